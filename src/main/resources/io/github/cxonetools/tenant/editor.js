/*
 * An editor for a few dozen lines of JSON. The text is the truth, and the lines are drawn from it: every edit that the browser
 * announces is made in the text. What a reader cannot type (line numbers, complaints) is made by CSS and never part of it.
 */
(function () {
  'use strict';

  var TOGETHER = 800;
  var MOST_UNDONE = 200;

  window.cxoneEditor = function (host, changed) {
    var text = '';
    var past = [];
    var future = [];
    var last = 0;
    var composing = false;

    function lines() { return text.split('\n'); }

    function draw() {
      var wanted = lines();
      while (host.childNodes.length > wanted.length) { host.lastChild.remove(); }
      wanted.forEach(function (content, index) {
        var line = host.childNodes[index];
        if (!line || line.nodeName !== 'DIV') {
          var made = document.createElement('div');
          if (line) { line.replaceWith(made); } else { host.append(made); }
          line = made;
        }
        var isClean = content ? line.childNodes.length === 1 && line.firstChild.nodeType === 3 : line.innerHTML === '<br>';
        if (!isClean || line.textContent !== content) {
          line.replaceChildren(content ? document.createTextNode(content) : document.createElement('br'));
        }
      });
      window.cxoneJson.colour(host);
    }

    /* The place in the text of a place in the document. */
    function offset(node, inside) {
      var all = lines();
      function start(index) { return all.slice(0, index).reduce(function (sum, line) { return sum + line.length + 1; }, 0); }
      if (node === host) { return Math.min(start(inside), text.length); }
      var line = node;
      while (line.parentNode !== host) { line = line.parentNode; }
      var before = document.createRange();
      before.selectNodeContents(line);
      before.setEnd(node, inside);
      return Math.min(start(Array.prototype.indexOf.call(host.childNodes, line)) + before.toString().length, text.length);
    }

    function selection() {
      var chosen = document.getSelection();
      if (!chosen.rangeCount || !host.contains(chosen.anchorNode)) { return [text.length, text.length]; }
      var range = chosen.getRangeAt(0);
      return [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    }

    function caret(position) {
      var before = text.slice(0, position).split('\n');
      var line = host.childNodes[before.length - 1];
      var node = line.firstChild.nodeType === 3 ? line.firstChild : line;
      document.getSelection().collapse(node, node === line ? 0 : before[before.length - 1].length);
      line.scrollIntoView({block: 'nearest'});
    }

    function remember(position) {
      var now = Date.now();
      if (now - last > TOGETHER || !past.length) { past.push([text, position]); }
      if (past.length > MOST_UNDONE) { past.shift(); }
      future = [];
      last = now;
    }

    function edit(from, to, inserted) {
      remember(from);
      text = text.slice(0, from) + inserted + text.slice(to);
      draw();
      caret(from + inserted.length);
      changed();
    }

    function travel(source, target) {
      if (!source.length) { return; }
      target.push([text, selection()[0]]);
      var state = source.pop();
      text = state[0];
      last = 0;
      draw();
      caret(Math.min(state[1], text.length));
      changed();
    }

    function indent(from) {
      var line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
      return /^\s*/.exec(line)[0] + (/[{[]\s*$/.test(line) ? '  ' : '');
    }

    host.addEventListener('beforeinput', function (event) {
      if (event.inputType === 'insertCompositionText') { return; }
      event.preventDefault();
      var ranges = event.getTargetRanges ? event.getTargetRanges() : [];
      var range = ranges.length ? [offset(ranges[0].startContainer, ranges[0].startOffset), offset(ranges[0].endContainer, ranges[0].endOffset)] : selection();
      if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak') {
        edit(range[0], range[1], '\n' + indent(range[0]));
      } else if (event.inputType.indexOf('insert') === 0) {
        var data = event.data !== null ? event.data : event.dataTransfer ? event.dataTransfer.getData('text/plain') : '';
        edit(range[0], range[1], data.replace(/\r\n?/g, '\n'));
      } else if (event.inputType.indexOf('delete') === 0) {
        edit(range[0], range[1], '');
      } else if (event.inputType === 'historyUndo') {
        travel(past, future);
      } else if (event.inputType === 'historyRedo') {
        travel(future, past);
      }
    });
    host.addEventListener('paste', function (event) {
      event.preventDefault();
      var range = selection();
      edit(range[0], range[1], event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n'));
    });
    host.addEventListener('keydown', function (event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) { return; }
      var key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) { travel(future, past); } else { travel(past, future); }
      }
    });
    /* What an input method composes is the browser's until it is done. */
    host.addEventListener('compositionstart', function () { composing = true; });
    host.addEventListener('compositionend', function () {
      composing = false;
      var position = selection()[0];
      remember(position);
      text = Array.from(host.childNodes).map(function (line) { return line.textContent; }).join('\n');
      draw();
      caret(Math.min(position, text.length));
      changed();
    });

    Object.defineProperty(host, 'value', {
      get: function () { return composing ? Array.from(host.childNodes).map(function (line) { return line.textContent; }).join('\n') : text; },
      set: function (value) {
        past = [];
        future = [];
        text = String(value).replace(/\r\n?/g, '\n');
        draw();
        changed();
      }
    });

    draw();
    return {
      /* Shows complaints under the lines that they are about: {pointer, message}; returns their lines, from 0. */
      complain: function (complaints) {
        var known = window.cxoneJson.places(text);
        var told = new Map();
        var places = complaints.map(function (complaint) {
          var line = Math.min(window.cxoneJson.line(text, complaint, known), host.childNodes.length - 1);
          told.set(line, (told.get(line) || []).concat(complaint.message));
          return line;
        });
        Array.from(host.childNodes).forEach(function (line, index) {
          var messages = told.get(index);
          line.classList.toggle('complained', Boolean(messages));
          if (messages) { line.dataset.complaint = messages.join(' · '); } else { delete line.dataset.complaint; }
        });
        return places;
      },
      go: function (line) {
        host.focus();
        caret(lines().slice(0, line).reduce(function (sum, each) { return sum + each.length + 1; }, 0));
      }
    };
  };
})();
