// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the editor: Italian at first, and our own reading and writing of a file.
import { LISTS } from "./lists.js";
import CMS from "./sveltia/npm/index.js";
import { format } from "./format.js";

const PREFERENCES = "sveltia-cms.prefs";

if (!localStorage.getItem(PREFERENCES)) {
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "it" }));
}
CMS.registerCustomFormat("mettiamo-le-ali", "md", format(LISTS));
CMS.init();
