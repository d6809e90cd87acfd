// Search of the documentation, from the index beside it: nothing is fetched, so that it works
// from a folder on a disk. A section is found where it holds every word as it is written.
(function () {
  "use strict";
  var most = 60, around = 45;
  var plain = function (text) {  // as long as the text: full-width letters are narrow ones
    return text.toLowerCase().replace(/[\uff01-\uff5e]/g, function (wide) {
      return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
    });
  };
  var query = new URLSearchParams(location.search).get("q") || "";
  var words = plain(query).split(/\s+/).filter(Boolean);
  var box = document.getElementById("search");
  box.hidden = false;
  box.querySelector("input").value = query;
  var rank = function (section) {
    var head = plain(section.head), text = plain(section.text), sum = 0;
    for (var i = 0; i < words.length; i++) {
      var inHead = head.split(words[i]).length - 1, inText = text.split(words[i]).length - 1;
      if (!inHead && !inText) { return 0; }
      sum += 20 * inHead + Math.min(inText, 10);
    }
    return sum;
  };
  var marked = function (parent, text) {
    var low = plain(text), at = 0;
    while (at < text.length) {
      var next = -1, long = 0;
      words.forEach(function (word) {
        var here = low.indexOf(word, at);
        if (here >= 0 && (next < 0 || here < next)) { next = here; long = word.length; }
      });
      if (next < 0) { break; }
      parent.append(text.slice(at, next));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + long);
      parent.append(mark);
      at = next + long;
    }
    parent.append(text.slice(at));
  };
  var excerpt = function (text) {
    var at = Math.max(0, plain(text).indexOf(words[0]));
    var from = Math.max(0, at - around), to = at + 2 * around;
    return (from ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : "");
  };
  if (!words.length) { return; }
  var found = window.OGI_SECTIONS
    .map(function (section) { return [rank(section), section]; })
    .filter(function (pair) { return pair[0]; })
    .sort(function (one, other) { return other[0] - one[0]; });
  var over = found.length > most ? "，列出前" + most + "处" : "";
  document.getElementById("search-count").textContent =
    found.length ? "找到" + found.length + "处" + over : "没有找到“" + query + "”";
  found.slice(0, most).forEach(function (pair) {
    var section = pair[1], item = document.createElement("li");
    var link = document.createElement("a"), text = document.createElement("p");
    link.href = section.url;
    marked(link, section.page === section.head ? section.head : section.page + " › " + section.head);
    marked(text, excerpt(section.text));
    item.append(link, text);
    document.getElementById("search-found").append(item);
  });
})();
