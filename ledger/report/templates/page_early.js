"use strict";
// Before the first paint: scripts run, so one view is shown at a time (the style sheet reads both marks).
document.documentElement.classList.add("js");
document.documentElement.dataset.view = "facts";
