// Keyboard of the desk (ui.md 6). Nothing needs it; it is not loaded for who turned it off.
(function () {
  "use strict";
  var places = { h: "go-home", a: "go-cases" };
  var newPage = document.currentScript.dataset.new;
  var waitsForPlace = 0;

  function isTyping(event) {
    var at = event.target;
    return event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey ||
      event.altKey || event.repeat ||
      (at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)));
  }

  function follow(id) {
    var link = document.getElementById(id);
    if (link) { link.click(); }
    return Boolean(link);
  }

  function step(by) {
    var links = Array.prototype.slice.call(
      document.querySelectorAll("main .tbl tbody tr > :first-child a, main .todo .what a"));
    if (!links.length) { return false; }
    var at = links.indexOf(document.activeElement);
    var next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    if (links[next]) { links[next].focus(); }
    return true;
  }

  function help() {
    var list = document.getElementById("keys");
    if (!list || !list.showModal) { return false; }
    if (list.open) { list.close(); } else { list.showModal(); }
    return true;
  }

  function press(key) {
    if (waitsForPlace && Date.now() - waitsForPlace < 1500 && places[key]) {
      waitsForPlace = 0;
      return follow(places[key]);
    }
    waitsForPlace = 0;
    if (key === "g") { waitsForPlace = Date.now(); return true; }
    if (key === "j") { return step(1); }
    if (key === "k") { return step(-1); }
    if (key === "n") { window.location.assign(newPage); return true; }
    if (key === "?") { return help(); }
    if (key === "/") {
      var find = document.getElementById("q");
      if (find) { find.focus(); find.select(); }
      return Boolean(find);
    }
    return false;
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target.id === "q" && !event.isComposing) {
      event.target.blur();
      return;
    }
    if (isTyping(event) || !event.key) { return; }
    var list = document.getElementById("keys");
    if (list && list.open && event.key !== "?") { return; }
    if (press(event.key.toLowerCase())) { event.preventDefault(); }
  });
}());
