/* JSON as text: colours for its parts, and the lines that JSON pointers lead to. */
(function () {
  'use strict';

  var TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\b(?:true|false|null)\b/g;
  var KINDS = ['cxone-key', 'cxone-text', 'cxone-number', 'cxone-word'];
  var MOST_COLOURED = 200000;
  var coloured = new Map();

  function kind(match) {
    if (match[0][0] === '"') { return match[1] === undefined ? 'cxone-text' : 'cxone-key'; }
    return /^[tfn]/.test(match[0]) ? 'cxone-word' : 'cxone-number';
  }

  function mark(node, ranges) {
    var text = node.data;
    Array.from(text.matchAll(TOKEN)).forEach(function (match) {
      var range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length - (match[1] || '').length);
      ranges.push([kind(match), range]);
    });
  }

  /* Colours an element's text without changing it, where the browser can. */
  function colour(element) {
    if (!window.Highlight || !CSS.highlights) { return; }
    var ranges = [];
    if (element.textContent.length <= MOST_COLOURED) {
      var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) { mark(walker.currentNode, ranges); }
    }
    coloured.set(element, ranges);
    Array.from(coloured.keys()).forEach(function (known) { if (!known.isConnected) { coloured.delete(known); } });
    KINDS.forEach(function (name) {
      var highlight = new Highlight();
      coloured.forEach(function (list) {
        list.forEach(function (entry) { if (entry[0] === name) { highlight.add(entry[1]); } });
      });
      CSS.highlights.set(name, highlight);
    });
  }

  /* Where each value of a text begins, by its JSON pointer; as far as the text is JSON. */
  function places(text) {
    var found = {};
    var at = 0;

    function space() { while (/\s/.test(text[at] || '')) { at++; } }

    function string() {
      var end = at + 1;
      while (end < text.length && text[end] !== '"') { end += text[end] === '\\' ? 2 : 1; }
      var raw = text.slice(at, end + 1);
      at = end + 1;
      return JSON.parse(raw);
    }

    function members(pointer) {
      at++;
      for (space(); text[at] === '"'; space()) {
        var start = at;
        var below = pointer + '/' + string().replace(/~/g, '~0').replace(/\//g, '~1');
        space();
        if (text[at] !== ':') { throw new SyntaxError(); }
        at++;
        value(below, start);
        space();
        if (text[at] === ',') { at++; }
      }
      at++;
    }

    function elements(pointer) {
      at++;
      space();
      for (var index = 0; at < text.length && text[at] !== ']'; index++) {
        value(pointer + '/' + index);
        space();
        if (text[at] === ',') { at++; }
        space();
      }
      at++;
    }

    function value(pointer, start) {
      space();
      found[pointer] = start === undefined ? at : start;
      if (text[at] === '{') { members(pointer); } else if (text[at] === '[') { elements(pointer); } else if (text[at] === '"') { string(); } else {
        var literal = /[^\s,\]}]+/y;
        literal.lastIndex = at;
        var match = literal.exec(text);
        if (!match) { throw new SyntaxError(); }
        at += match[0].length;
      }
    }

    try { value(''); } catch (e) { /* What follows cannot be placed. */ }
    return found;
  }

  /* The line, from 0, that a complaint is about: of its value, or of what should hold it; of a syntax error, where it is. */
  function line(text, complaint, known) {
    var said = /line (\d+), column/.exec(complaint.message);
    if (said) { return Number(said[1]) - 1; }
    var pointer = complaint.pointer === '/' || complaint.pointer === undefined ? '' : complaint.pointer;
    while (known[pointer] === undefined && pointer) { pointer = pointer.slice(0, pointer.lastIndexOf('/')); }
    return text.slice(0, known[pointer] || 0).split('\n').length - 1;
  }

  window.cxoneJson = {colour: colour, places: places, line: line};
})();
