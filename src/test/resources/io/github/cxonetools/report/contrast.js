/* Lists visible texts whose contrast with their background is below 4.5 (WCAG 2.2, 1.4.3), details opened. */
function channels(text) {
  var parts = text.match(/[\d.]+/g).map(Number);
  return parts.length > 3 ? parts : parts.concat(1);
}

function over(top, below) {
  return [0, 1, 2].map(function (i) { return top[i] * top[3] + below[i] * (1 - top[3]); }).concat(1);
}

function background(element) {
  var layers = [];
  for (var e = element; e; e = e.parentElement) {
    layers.push(channels(getComputedStyle(e).backgroundColor));
  }
  return layers.reverse().reduce(function (below, top) { return over(top, below); }, [255, 255, 255, 1]);
}

function luminance(colour) {
  var linear = colour.slice(0, 3).map(function (value) {
    var share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(element) {
  var below = background(element);
  var a = luminance(over(channels(getComputedStyle(element).color), below));
  var b = luminance(below);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

document.querySelectorAll('details').forEach(function (details) { details.open = true; });
var poor = [];
var seen = 0;
var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  var element = walker.currentNode.parentElement;
  if (walker.currentNode.textContent.trim() && element.checkVisibility() && !/SCRIPT|STYLE/.test(element.tagName)) {
    seen++;
    if (contrast(element) < 4.5) {
      poor.push(walker.currentNode.textContent.trim() + ' ' + contrast(element).toFixed(2));
    }
  }
}
return seen ? poor : ['no text at all'];
