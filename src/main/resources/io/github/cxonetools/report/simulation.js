/* Shows what is in simulation.html: rows are made of the embedded data when they are needed, so that all fixtures can be there. */
(function () {
  'use strict';

  var CHUNK = 200;
  var FIRST_CALL = 'The first call loads classes, and says nothing of the others.';
  var numbers = window.cxoneNumbers;
  var json = window.cxoneJson;
  var data = JSON.parse(document.getElementById('cxone-data').textContent);
  var list = document.getElementById('rows');
  var query = document.getElementById('query');
  var entries = [];
  var shown = [];
  var rendered = 0;

  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined && text !== null) {
      made.textContent = text;
    }
    return made;
  }

  function textOf(index) {
    return index === null || index === undefined ? null : data.texts[index];
  }

  /* What is listed: {action, name, passed, median, runs, max, detail, first, probe, label, hay}. */
  function collect() {
    data.actions.forEach(function (action, at) {
      action.fixtures.forEach(function (each) {
        entries.push({
          action: action, actionAt: at, name: each[0], passed: each[1] === 1, median: each[2], runs: each[3], max: each[4],
          detail: each[5] < 0 ? null : data.details[each[5]], label: action.name + '/' + each[0],
          first: Boolean(action.latency) && action.latency.firstFixture === each[0]
        });
      });
    });
    entries.forEach(function (each) {
      each.hay = (each.label + ' ' + (each.detail ? each.detail.line + ' ' + each.detail.why : '')).toLowerCase();
    });
    entries.sort(function (a, b) { return a.passed - b.passed; });
  }

  function probeEntries(action, at) {
    return action.probes.failures.map(function (each) {
      return {
        action: action, actionAt: at, name: each[0], passed: false, median: null, runs: 0, max: null,
        detail: data.details[each[2]], label: action.name + '/' + each[0], probe: true, times: each[1]
      };
    });
  }

  function address(entry) {
    return '#' + encodeURIComponent(entry.action.name) + '/' + encodeURIComponent(entry.name);
  }

  /* "vip status:failed action:Routing cause:2" */
  function parseQuery(text) {
    var wanted = {words: [], status: null, action: null, cause: null};
    (text.match(/(?:[^\s"]|"[^"]*")+/g) || []).forEach(function (token) {
      var match = /^(status|action|cause):(.*)$/i.exec(token);
      var value = (match ? match[2] : token).replace(/"/g, '').toLowerCase();
      if (!match) {
        wanted.words.push(value);
      } else if (value) {
        wanted[match[1].toLowerCase()] = value;
      }
    });
    return wanted;
  }

  function matches(entry, wanted) {
    return (!wanted.status || (entry.passed ? 'passed' : 'failed').indexOf(wanted.status) === 0)
      && (!wanted.action || entry.action.name.toLowerCase().indexOf(wanted.action) === 0)
      && (!wanted.cause || (entry.detail && !entry.passed && String(entry.detail.cause + 1) === wanted.cause))
      && wanted.words.every(function (word) { return entry.hay.indexOf(word) >= 0; });
  }

  function setToken(name, value) {
    var rest = query.value.replace(new RegExp('(^|\\s)' + name + ':("[^"]*"|\\S)*', 'gi'), ' ').replace(/\s+/g, ' ').trim();
    query.value = value === null ? rest : (rest + ' ' + name + ':' + (/\s/.test(value) ? '"' + value + '"' : value)).trim();
    filter();
  }

  function filter() {
    var wanted = parseQuery(query.value);
    shown = entries.filter(function (entry) { return matches(entry, wanted); });
    rendered = 0;
    list.textContent = '';
    more(CHUNK);
    document.getElementById('count').textContent = shown.length === entries.length
      ? numbers.counted(entries.length, 'fixture')
      : numbers.count(shown.length) + ' of ' + numbers.counted(entries.length, 'fixture');
    document.querySelectorAll('[data-status]').forEach(function (button) {
      button.setAttribute('aria-pressed', String((wanted.status || '') === button.dataset.status));
    });
    document.querySelectorAll('[data-cause]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(wanted.cause === button.dataset.cause));
    });
    document.querySelectorAll('#rail a[href^="#action-"]').forEach(function (link) {
      var name = data.actions[Number(link.hash.slice('#action-'.length))].name.toLowerCase();
      if (wanted.action === name) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  function more(count) {
    var part = document.createDocumentFragment();
    shown.slice(rendered, rendered + count).forEach(function (entry) { part.append(row(entry)); });
    rendered = Math.min(shown.length, rendered + count);
    list.append(part);
    var button = document.getElementById('more');
    button.hidden = rendered === shown.length;
    button.textContent = 'Show ' + numbers.count(Math.min(CHUNK, shown.length - rendered)) + ' more of ' + numbers.count(shown.length);
    document.getElementById('none').hidden = shown.length > 0;
  }

  function row(entry) {
    var item = make('li', 'row ' + (entry.passed ? 'good' : 'bad'));
    var head = make('a', 'row-head');
    var sign = make('span', 'sign', entry.passed ? '✓' : '✗');
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', entry.passed ? 'passed' : 'failed');
    var name = make('span', 'row-name');
    if (data.actions.length > 1) {
      name.append(make('span', 'muted', entry.action.name + '/'));
    }
    name.append(entry.name);
    head.href = address(entry);
    head.append(sign, name, make('span', 'row-cause', entry.detail && !entry.passed ? entry.detail.line : ''), time(entry));
    item.append(head);
    item.entry = entry;
    if (entry.detail) {
      head.setAttribute('aria-expanded', 'false');
    }
    head.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      toggle(item, !item.classList.contains('open'));
      history.replaceState(null, '', address(entry));
    });
    return item;
  }

  function time(entry) {
    var cell = make('span', 'row-time');
    if (entry.probe) {
      cell.textContent = entry.times > 1 ? numbers.count(entry.times) + ' probes' : '1 probe';
    } else if (entry.median !== null) {
      cell.append(entry.first ? make('span', 'first-call', 'first call') : track(entry), make('span', 'row-figure', numbers.duration(entry.median)));
      cell.title = (entry.runs > 1
        ? 'Median of ' + numbers.counted(entry.runs, 'run') + ', slowest ' + numbers.duration(entry.max)
        : 'One run') + (entry.first ? '. ' + FIRST_CALL : '');
    }
    return cell;
  }

  function track(entry) {
    var bar = make('i', 'bar');
    bar.style.width = Math.max(2, Math.min(100, 100 * entry.median / (data.slowest || 1))).toFixed(1) + '%';
    var made = make('span', 'track');
    made.setAttribute('aria-hidden', 'true');
    made.append(bar);
    return made;
  }

  function toggle(item, open) {
    if (!item.entry.detail) {
      return;
    }
    item.classList.toggle('open', open);
    item.querySelector('.row-head').setAttribute('aria-expanded', String(open));
    var body = item.querySelector('.row-body');
    if (open && !body) {
      item.append(details(item.entry));
    } else if (body) {
      body.hidden = !open;
    }
  }

  function copyButton(label, text) {
    var button = make('button', 'copy', label);
    button.type = 'button';
    window.cxoneCopy(button, function () { return text; });
    return button;
  }

  /* Not a text of which a part was left out. */
  function isWhole(text) {
    return text !== null && !/^Left out, because the page|\n… and \d+ more characters$/.test(text);
  }

  function details(entry) {
    var detail = entry.detail;
    var body = make('div', 'row-body');
    if (!entry.passed) {
      body.append(make('p', 'why', detail.why));
    }
    var tools = make('div', 'tools no-print');
    if (detail.command) {
      var command = make('code', 'command', detail.command);
      command.tabIndex = 0;
      tools.append(command, copyButton('Copy command', detail.command));
    }
    if (isWhole(textOf(detail.payload))) {
      tools.append(copyButton('Copy payload', textOf(detail.payload)));
    }
    tools.append(copyButton('Copy link', location.href.replace(/#.*/, '') + address(entry)));
    body.append(tools);
    if (detail.file) {
      body.append(make('p', 'muted files', detail.file + (detail.hasExpectation ? ' (+ .expected.json)' : '')));
    }
    body.append(tabs(entry, panels(entry)));
    return body;
  }

  /* What there is to show: [label, function that makes it]. */
  function panels(entry) {
    var detail = entry.detail;
    var found = [];
    if (!entry.passed) {
      found.push(['Diff', function () { return diffPanel(entry); }]);
    }
    if (textOf(detail.payload) !== null) {
      found.push(['Payload', function () {
        return withSchema(textOf(detail.payload), places(detail, /^(input|binding): /), entry.action.input, 'input');
      }]);
    }
    if (textOf(detail.output) !== null) {
      found.push(['Output', function () {
        var pointers = detail.differences.map(function (pointer) { return pointer.replace(/^\/output/, ''); });
        return withSchema(textOf(detail.output), pointers, entry.action.output, 'output');
      }]);
    }
    if (textOf(detail.stack) !== null) {
      found.push(['Stack', function () { return stackPanel(textOf(detail.stack), entry.action.own); }]);
    }
    if (textOf(detail.printed) !== null) {
      found.push(['Printed', function () { return block(textOf(detail.printed)); }]);
    }
    return found;
  }

  function block(text) {
    var pre = make('pre', '', text);
    pre.tabIndex = 0;
    return pre;
  }

  function tabs(entry, found) {
    var box = make('div', 'tabs');
    var bar = make('div', 'tab-bar no-print');
    var panel = make('div', 'tab-panel');
    bar.setAttribute('role', 'tablist');
    bar.setAttribute('aria-label', 'Parts of ' + entry.label);
    panel.setAttribute('role', 'tabpanel');
    var buttons = found.map(function (each, index) {
      var button = make('button', 'tab', each[0]);
      button.type = 'button';
      button.setAttribute('role', 'tab');
      button.addEventListener('click', function () { choose(index); });
      button.addEventListener('keydown', function (event) {
        var by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (by) {
          event.preventDefault();
          var next = (index + by + found.length) % found.length;
          choose(next);
          buttons[next].focus();
        }
      });
      bar.append(button);
      return button;
    });
    function choose(index) {
      buttons.forEach(function (button, at) {
        button.setAttribute('aria-selected', String(at === index));
      });
      panel.textContent = '';
      panel.setAttribute('aria-label', found[index][0]);
      panel.append(found[index][1]());
    }
    if (found.length) {
      box.append(bar, panel);
      choose(0);
    }
    return box;
  }

  function diffPanel(entry) {
    var detail = entry.detail;
    var box = make('div', 'diff');
    var beside = textOf(detail.expected) !== null && textOf(detail.actual) !== null
      ? json.beside(textOf(detail.expected), textOf(detail.actual), detail.differences)
      : null;
    if (beside) {
      var marks = beside.querySelectorAll('[data-difference]');
      if (marks.length > 1) {
        box.append(stepper(marks));
      }
      box.append(beside);
    }
    var told = detail.differences;
    var others = detail.failures.filter(function (failure) {
      return !told.some(function (pointer) { return failure.indexOf(pointer + ':') === 0; });
    });
    if (!beside) {
      others = detail.failures;
    }
    if (others.length) {
      var all = make('ul', 'failures');
      others.forEach(function (failure) { all.append(make('li', '', failure)); });
      box.append(all);
    }
    return box;
  }

  function stepper(marks) {
    var at = -1;
    var button = make('button', 'stepper no-print');
    button.type = 'button';
    function label() {
      button.textContent = (at + 1 || 1) + '/' + marks.length + ' ↓';
      button.setAttribute('aria-label', 'Difference ' + (at + 1 || 1) + ' of ' + marks.length + ', to the next');
    }
    button.addEventListener('click', function () {
      if (at >= 0) {
        marks[at].classList.remove('current');
      }
      at = (at + 1) % marks.length;
      marks[at].classList.add('current');
      marks[at].scrollIntoView({block: 'nearest'});
      label();
    });
    label();
    return button;
  }

  /* JSON pointers that the message names. */
  function places(detail, step) {
    var message = detail.message || '';
    if (!step.test(message)) {
      return [];
    }
    return message.replace(step, '').split('; ').map(function (each) { return each.split(' ')[0]; })
      .filter(function (pointer) { return pointer.charAt(0) === '/'; });
  }

  function withSchema(text, pointers, schema, side) {
    var box = make('div', 'with-schema');
    box.append(json.marked(text, pointers));
    if (schema && pointers.length) {
      var found = json.schemaAt(schema, pointers[0]);
      var aside = make('div', 'schema-at');
      aside.append(make('p', 'muted', 'What the ' + side + ' schema says of ' + found.pointer), block(found.text));
      box.append(aside);
    }
    return box;
  }

  function stackPanel(stack, own) {
    var box = make('div', 'stack');
    var lines = stack.split('\n');
    function isOwn(line) {
      return Boolean(own) && new RegExp('^\\s*at (?:[^(]*/)?' + own.replace(/[.$]/g, '\\$&')).test(line);
    }
    /* With what each of them was caused by between. */
    var mine = lines.filter(function (line) { return isOwn(line) || /^Caused by: /.test(line); });
    if (lines.some(isOwn)) {
      box.append(make('p', 'muted', 'Own frames'), block(mine.map(function (line) { return line.trim(); }).join('\n')), make('p', 'muted', 'All'));
    }
    var pre = block('');
    lines.forEach(function (line) { pre.append(make('span', isOwn(line) ? 'line own' : 'line', line + '\n')); });
    box.append(pre);
    return box;
  }

  function causes() {
    var box = document.getElementById('cause-list');
    if (!box) {
      return;
    }
    data.causes.forEach(function (cause, index) {
      var item = make('li');
      var button = make('button', 'cause');
      button.type = 'button';
      button.dataset.cause = String(index + 1);
      button.setAttribute('aria-pressed', 'false');
      var counts = [];
      if (cause.fixtures) {
        counts.push(numbers.counted(cause.fixtures, 'fixture'));
      }
      if (cause.probes) {
        counts.push(numbers.counted(cause.probes, 'probe'));
      }
      button.append(make('span', 'cause-label', cause.label), make('span', 'cause-count', counts.join(', ')));
      button.addEventListener('click', function () {
        var chosen = button.getAttribute('aria-pressed') === 'true';
        setToken('cause', chosen ? null : String(index + 1));
        if (!cause.fixtures) {
          document.getElementById('probes').scrollIntoView();
        }
      });
      item.append(button);
      box.append(item);
    });
  }

  function probes() {
    var box = document.getElementById('probe-list');
    if (!box) {
      return;
    }
    data.actions.forEach(function (action, at) {
      if (!action.probes) {
        return;
      }
      var probed = action.probes;
      var head = make('div', 'probe-head');
      head.append(make('h3', '', action.name), make('span', 'badge ' + (probed.passed ? 'good' : 'bad'), probed.label));
      box.append(head);
      if (probed.command) {
        var tools = make('div', 'tools no-print');
        var command = make('code', 'command', probed.command);
        command.tabIndex = 0;
        tools.append(command, copyButton('Copy command', probed.command));
        box.append(tools);
      }
      probed.problems.forEach(function (problem) { box.append(make('p', 'note bad', problem)); });
      var rows = make('ul', 'rows');
      probeEntries(action, at).forEach(function (entry) { rows.append(row(entry)); });
      if (rows.children.length) {
        box.append(rows);
      }
    });
  }

  function svg(tag, attributes, text) {
    var made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  var HEIGHT = 190;
  var EDGE = {left: 52, right: 12, top: 26, bottom: 44};

  /* Bars of all runs over a logarithmic axis; drawn for a width, because a picture that is scaled has letters that are. */
  function draw(figure, width) {
    var latency = figure.latency;
    var bins = latency.bins;
    var low = Math.floor(Math.log10(bins[0][0]) * 2 + 1e-6) / 2;
    var high = Math.ceil(Math.log10(bins[bins.length - 1][1]) * 2 - 1e-6) / 2;
    var top = Math.max.apply(null, bins.map(function (bin) { return bin[2]; }));
    var inner = {width: width - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom};
    var picture = svg('svg', {
      viewBox: '0 0 ' + width + ' ' + HEIGHT, width: width, height: HEIGHT, role: 'img',
      'aria-label': 'Histogram of ' + numbers.counted(latency.count, 'run') + ' of ' + figure.action + ' by latency, logarithmic'
    });
    function x(millis) {
      return EDGE.left + (Math.log10(millis) - low) / (high - low) * inner.width;
    }
    function y(count) {
      return EDGE.top + inner.height * (1 - count / top);
    }
    ticks(top).forEach(function (count) {
      picture.append(svg('line', {class: 'grid', x1: EDGE.left, x2: width - EDGE.right, y1: y(count), y2: y(count)}));
      picture.append(svg('text', {class: 'tick', x: EDGE.left - 6, y: y(count) + 4, 'text-anchor': 'end'}, numbers.count(count)));
    });
    bins.forEach(function (bin) {
      var bar = svg('rect', {
        class: 'mark', x: x(bin[0]) + 0.5, width: Math.max(1, x(bin[1]) - x(bin[0]) - 1),
        y: Math.min(y(bin[2]), y(0) - 1), height: Math.max(1, y(0) - y(bin[2])), 'data-count': bin[2]
      });
      bar.append(svg('title', {}, numbers.duration(bin[0]) + ' to ' + numbers.duration(bin[1]) + ': ' + numbers.counted(bin[2], 'run')));
      picture.append(bar);
    });
    picture.append(svg('line', {class: 'axis', x1: EDGE.left, x2: width - EDGE.right, y1: y(0), y2: y(0)}));
    axis(low, high, width).forEach(function (millis) {
      var at = Math.min(x(millis), width - 20);
      picture.append(svg('text', {class: 'tick', x: at, y: y(0) + 16, 'text-anchor': 'middle'}, short(millis)));
    });
    picture.append(svg('text', {class: 'title', x: EDGE.left + inner.width / 2, y: HEIGHT - 6, 'text-anchor': 'middle'}, 'Latency of a call, logarithmic'));
    picture.append(svg('text', {class: 'title', transform: 'translate(12 ' + (EDGE.top + inner.height / 2) + ') rotate(-90)', 'text-anchor': 'middle'}, 'Runs'));
    markers(latency, x, picture, y(0));
    figure.querySelector('.picture').replaceChildren(picture);
  }

  function markers(latency, x, picture, bottom) {
    var room = -Infinity;
    latency.percentiles.forEach(function (each) {
      var at = x(each[1]);
      picture.append(svg('line', {class: 'marker', x1: at, x2: at, y1: EDGE.top - 6, y2: bottom}));
      if (at - 14 > room) {
        picture.append(svg('text', {class: 'marker-text', x: at, y: EDGE.top - 10, 'text-anchor': 'middle'}, each[0]));
        room = at + 14;
      }
    });
  }

  function short(millis) {
    return numbers.duration(millis).replace(/(\d)\.0+(?=\D)/, '$1');
  }

  /* Decades, and their 3 where there are few. */
  function axis(low, high, width) {
    var found = [];
    for (var exponent = Math.floor(low); exponent <= high; exponent++) {
      [1, 3].forEach(function (step) {
        var at = Math.log10(step) + exponent;
        if ((step === 1 || (high - low) * 180 < width) && at >= low - 0.01 && at <= high + 0.01) {
          found.push(step * Math.pow(10, exponent));
        }
      });
    }
    return found;
  }

  /* Whole numbers, at most four. */
  function ticks(top) {
    var size = Math.pow(10, Math.floor(Math.log10(top)));
    var by = [0.1, 0.2, 0.5, 1, 2, 5].map(function (step) { return step * size; })
      .filter(function (step) { return step >= 1 && top / step <= 4; })[0];
    var found = [];
    for (var count = by; count <= top; count += by) {
      found.push(count);
    }
    return found;
  }

  function latencies() {
    var box = document.getElementById('latency-list');
    if (!box) {
      return;
    }
    data.actions.forEach(function (action) {
      var latency = action.latency;
      if (!latency) {
        return;
      }
      var part = make('section', 'latency');
      part.append(make('h3', '', action.name));
      var facts = make('p', 'facts');
      facts.append(make('span', '', numbers.counted(latency.count, 'run')));
      latency.percentiles.forEach(function (each) { facts.append(fact(each[0], each[1])); });
      if (latency.count) {
        facts.append(fact('slowest', latency.max));
      }
      if (latency.firstCall !== null) {
        facts.append(firstCall(action));
      }
      part.append(facts);
      if (latency.bins.length) {
        var figure = make('figure', 'histogram');
        figure.latency = latency;
        figure.action = action.name;
        figure.append(make('div', 'picture'));
        part.append(figure);
      }
      part.append(slowest(action));
      box.append(part);
    });
    redraw();
    new ResizeObserver(function () { redraw(); }).observe(box);
  }

  function firstCall(action) {
    var made = fact('first call, apart', action.latency.firstCall);
    made.title = FIRST_CALL;
    if (action.latency.firstFixture) {
      var link = make('a', '', action.latency.firstFixture);
      link.href = address({action: action, name: action.latency.firstFixture});
      made.append(': ', link);
    }
    return made;
  }

  function fact(label, millis) {
    var made = make('span', 'fact');
    made.append(make('strong', '', numbers.duration(millis)), ' ' + label);
    return made;
  }

  function slowest(action) {
    var own = entries.filter(function (entry) { return entry.action === action && entry.median !== null; })
      .sort(function (a, b) { return b.max - a.max; }).slice(0, 10);
    var details = make('details', 'slowest');
    details.append(make('summary', '', own.length === 1 ? 'The one fixture' : 'Slowest ' + own.length + ' fixtures'));
    var rows = make('ol');
    own.forEach(function (entry) {
      var item = make('li');
      var link = make('a', '', entry.name);
      link.href = address(entry);
      item.append(link, make('span', 'figure', numbers.duration(entry.max)));
      if (entry.first) {
        item.append(make('span', 'muted', ' first call'));
      }
      rows.append(item);
    });
    details.append(rows);
    return own.length ? details : '';
  }

  function redraw(width) {
    document.querySelectorAll('.histogram').forEach(function (figure) {
      draw(figure, Math.min(900, width || Math.max(240, figure.clientWidth)));
    });
  }

  /* Opens what the address names: a fixture, a probe, or an action's fixtures. */
  function follow() {
    var hash = location.hash.slice(1);
    var action = /^action-(\d+)$/.exec(hash);
    if (action && data.actions[Number(action[1])]) {
      setToken('action', data.actions[Number(action[1])].name);
      return;
    }
    if (hash.indexOf('/') < 0) {
      return;
    }
    var wanted = hash.split('/').map(decodeURIComponent).join('/');
    var probe = Array.from(document.querySelectorAll('#probe-list .row')).filter(function (item) { return item.entry.label === wanted; })[0];
    var item = probe || fixtureRow(wanted);
    if (item) {
      toggle(item, true);
      item.scrollIntoView({block: 'start'});
      item.querySelector('.row-head').focus({preventScroll: true});
    }
  }

  function fixtureRow(label) {
    function at() {
      return shown.findIndex(function (entry) { return entry.label === label; });
    }
    if (at() < 0) {
      query.value = '';
      filter();
    }
    if (at() >= rendered) {
      more(at() + 1 - rendered);
    }
    return at() < 0 ? null : list.children[at()];
  }

  function move(by) {
    var rows = Array.from(document.querySelectorAll('.row-head'));
    var at = rows.indexOf(document.activeElement && document.activeElement.closest('.row') ? document.activeElement.closest('.row').querySelector('.row-head') : null);
    if (by > 0 && at >= 0 && rows[at].parentElement === list.lastElementChild && rendered < shown.length) {
      more(CHUNK);
      rows = Array.from(document.querySelectorAll('.row-head'));
    }
    var next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) {
      next.focus();
      next.scrollIntoView({block: 'nearest'});
    }
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') {
        event.preventDefault(); // A browser would empty the field.
        event.target.blur();
      }
      return;
    }
    var handled = true;
    if (event.key === '/') {
      query.focus();
      query.select();
    } else if (event.key === 'j' || event.key === 'k') {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'f') {
      setToken('status', parseQuery(query.value).status === 'failed' ? null : 'failed');
    } else {
      handled = false;
    }
    if (handled) {
      event.preventDefault();
    }
  }

  /* On paper every failure that the filter leaves is there, and open. */
  var openedForPrint = [];

  function beforePrint() {
    var failed = shown.filter(function (entry) { return !entry.passed; }).length;
    if (rendered < failed) {
      more(failed - rendered);
    }
    openedForPrint = Array.from(document.querySelectorAll('.row.bad:not(.open)'));
    openedForPrint.forEach(function (item) { toggle(item, true); });
    redraw(680);
  }

  function afterPrint() {
    openedForPrint.forEach(function (item) { toggle(item, false); });
    openedForPrint = [];
    redraw();
  }

  collect();
  causes();
  probes();
  filter();
  latencies();
  query.addEventListener('input', filter);
  document.querySelectorAll('[data-status]').forEach(function (button) {
    button.addEventListener('click', function () { setToken('status', button.dataset.status || null); });
  });
  document.getElementById('more').addEventListener('click', function () { more(CHUNK); });
  document.querySelectorAll('#rail a[href^="#action-"]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      setToken('action', link.hasAttribute('aria-current') ? null : data.actions[Number(link.hash.slice('#action-'.length))].name);
      document.getElementById('fixtures').scrollIntoView();
    });
  });
  document.addEventListener('keydown', keys);
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeprint', beforePrint);
  window.addEventListener('afterprint', afterPrint);
  follow();
})();
