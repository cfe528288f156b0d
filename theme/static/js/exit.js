/* SPDX-License-Identifier: AGPL-3.0-or-later
   Leaves the site at once: blank page, neutral title and icon, no way back (requirements R2 to R9).
   Without this script the exit stays what it is in the HTML: a plain link. ECMAScript 5 on purpose:
   cheap phones are old phones. The words come from the link's data attributes, in the page's language. */
(function () {
  var SHIFT = 16, WITHIN = 5000, PATIENCE = 8000;
  var exit = document.querySelector(".exit");
  var status = document.querySelector("[role=status]");
  var icon = document.querySelector("link[rel=icon]");
  var title = document.title, drawing = icon.href;
  var lone = false, presses = [], timer;

  /* Shows the page, or nothing of it but the status, in no style at all. */
  function show(whole) {
    var parts = document.body.children;
    for (var i = 0; i < parts.length; i++)
      if (parts[i] !== status) parts[i].style.display = whole ? "" : "none";
    document.styleSheets[0].disabled = !whole;
    document.title = whole ? title : exit.getAttribute("data-wait");
    icon.href = whole ? drawing : "data:,";
    status.textContent = whole ? "" : document.title;
    clearTimeout(timer);
  }

  function leave() {
    var sounds = document.querySelectorAll("audio");
    show(false);
    for (var i = 0; i < sounds.length; i++) sounds[i].pause();
    timer = setTimeout(function () { status.textContent = exit.getAttribute("data-stuck"); }, PATIENCE);
    location.replace(exit.href);
  }

  exit.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });

  /* Only Shift by itself counts: anything pressed with it or between starts the count again. */
  function press(event) {
    lone = event.keyCode === SHIFT && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!lone) presses = [];
  }
  document.addEventListener("keydown", press);
  document.addEventListener("mousedown", press);
  document.addEventListener("keyup", function (event) {
    if (!lone || event.keyCode !== SHIFT) return;
    lone = false;
    presses = presses.slice(-2).concat(event.timeStamp);
    if (presses.length > 2 && presses[2] - presses[0] <= WITHIN) leave();
  });
  exit.setAttribute("aria-description", exit.getAttribute("data-keys"));

  /* A browser may bring the page back from its memory as it was left: blank. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show(true);
  });
})();
