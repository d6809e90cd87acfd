// What only a browser knows of a page: how wide it is, what stands out of it, what is hard to see.
function luminance([r, g, b]) {
  const [x, y, z] = [r, g, b].map((v) => {
    const c = v / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function colour(text) {
  const parts = text.match(/[\d.]+/g).map(Number);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
}

function ground(element, view) {
  for (let at = element; at; at = at.parentElement) {
    const { rgb, alpha } = colour(view.getComputedStyle(at).backgroundColor);
    if (alpha > 0.99) return rgb;
  }
  return [255, 255, 255];
}

function contrast(element, view) {
  const front = luminance(colour(view.getComputedStyle(element).color).rgb);
  const back = luminance(ground(element, view));
  return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
}

function measure(page) {
  const view = page.defaultView;
  const shown = [...page.body.querySelectorAll("*")].filter(
    (e) => !e.closest("svg, .vh, .skip, .scroll, .src-body") && e.getClientRects().length,
  );
  const worded = [...page.body.querySelectorAll("*")].filter(
    (e) =>
      !e.closest("svg, .vh, .skip") &&
      e.getClientRects().length &&
      [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()),
  );
  const marks = [...page.querySelectorAll("a.mk")].filter((e) => e.getClientRects().length);
  return {
    width: view.innerWidth,
    scroll: page.documentElement.scrollWidth,
    outside: shown
      .filter((e) => e.getBoundingClientRect().right > view.innerWidth + 1)
      .map((e) => e.className || e.tagName),
    faint: worded.filter((e) => contrast(e, view) < 4.5).map((e) => e.className || e.tagName),
    small: marks
      .map((e) => e.getBoundingClientRect())
      .filter((box) => box.width < 24 || box.height < 24).length,
    marks: marks.length,
  };
}

addEventListener("load", () => {
  const results = [...document.querySelectorAll("iframe")].map((f) => measure(f.contentDocument));
  document.title = "measured";
  document.body.textContent = JSON.stringify(results);
});
