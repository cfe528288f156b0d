/* SPDX-License-Identifier: AGPL-3.0-or-later
   On sensitive pages a whole visit is one entry of the browser's history: links inside the site take
   the place of the page they stand on, so that Back leads out (requirement R3). */
(function () {
  if (!document.body.hasAttribute("data-sensitive")) return;
  document.addEventListener("click", function (event) {
    var link = event.target;
    while (link && link.nodeName !== "A") link = link.parentNode;
    if (!link || event.defaultPrevented || event.button) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.protocol !== location.protocol || link.host !== location.host) return;
    event.preventDefault();
    location.replace(link.href);
  });
})();
