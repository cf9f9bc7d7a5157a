/* The tenant's page: reads everything from the tenant's own endpoints; what comes from there becomes text, never markup. */
(function () {
  'use strict';

  var POLL = 1500;
  var SELDOM = 4;
  var CHECK_AFTER = 250;
  var HEALTH_WEEK = 7 * 86400e3;
  var LOCKED = 'This page is locked for this browser now. Type mvn cxone:tenant, in another terminal where it still runs: '
    + 'it prints an address that opens the page again.';

  var element = window.cxoneSchema.element;
  var answer = window.cxoneAnswer;
  var numbers = window.cxoneNumbers;
  var state = {labels: [], health: {}, selected: null, sources: [], sent: null, listening: undefined};

  function at(id) { return document.getElementById(id); }

  function show(id, shown) { at(id).hidden = !shown; }

  function fill(id) { at(id).replaceChildren.apply(at(id), Array.prototype.slice.call(arguments, 1)); }

  /* Answers with the body's JSON; a failure is shown at the top of the page. */
  function call(method, path, body) {
    var request = {method: method, headers: {Accept: 'application/json'}};
    if (body !== undefined) {
      request.headers['Content-Type'] = 'application/json';
      request.body = body;
    }
    return fetch(path, request).then(function (response) {
      return response.json().then(function (json) {
        if (response.status === 401) { throw new Error(LOCKED); }
        if (!response.ok) { throw new Error(json.message || 'The tenant answered ' + response.status); }
        show('problem', false);
        return json;
      });
    }).catch(function (error) {
      at('problem').textContent = error instanceof TypeError
        ? 'The tenant does not answer. If it was stopped, type: mvn cxone:tenant' : error.message;
      show('problem', true);
      throw error;
    });
  }

  function quietly(promise) { promise.catch(function () { /* Shown already. */ }); }

  function path(action) { return '/local/v1/data-actions/' + encodeURIComponent(action.id); }

  // Actions.

  /* Release before its qualifiers, numbers by value: 1.10.0 after 1.9.0, 2.0.0-SNAPSHOT before 2.0.0. */
  function compareVersions(a, b) {
    function parts(version) { return version.split(/[.\-_+]/); }
    var left = parts(a);
    var right = parts(b);
    for (var i = 0; i < Math.max(left.length, right.length); i++) {
      var one = left[i] === undefined ? '' : left[i];
      var other = right[i] === undefined ? '' : right[i];
      var numeric = /^\d*$/.test(one) && /^\d*$/.test(other);
      if (numeric && Number(one) !== Number(other)) { return Number(one) - Number(other); }
      if (!numeric && one !== other) {
        if (/^\d*$/.test(one)) { return 1; }
        if (/^\d*$/.test(other)) { return -1; }
        return one < other ? -1 : 1;
      }
    }
    return 0;
  }

  function groups() {
    var wanted = at('filter').value.trim().toLowerCase();
    var byName = new Map();
    state.labels.forEach(function (label) {
      if (label.name.toLowerCase().indexOf(wanted) < 0) { return; }
      if (!byName.has(label.name)) { byName.set(label.name, []); }
      byName.get(label.name).push(label);
    });
    return Array.from(byName.entries()).sort(function (a, b) { return a[0] < b[0] ? -1 : 1; }).map(function (entry) {
      return [entry[0], entry[1].sort(function (a, b) { return compareVersions(b.version, a.version); })];
    });
  }

  function health(id) {
    var known = state.health[id];
    if (!known || !known.count) { return {tone: '', text: 'no calls'}; }
    if (!known.failed) { return {tone: 'good', text: numbers.counted(known.count, 'call')}; }
    var tone = known.failed * 2 >= known.count ? 'bad' : 'warn';
    return {tone: tone, text: numbers.count(known.failed) + ' of ' + numbers.count(known.count) + ' failed'};
  }

  function link(label) {
    var how = health(label.id);
    var made = element('a', {href: '#' + encodeURIComponent(label.id)},
      element('i', {class: 'health ' + how.tone}),
      element('span', {class: 'unseen'}, label.name), element('span', {class: 'version'}, label.version),
      element('small', {class: how.tone === 'bad' ? 'bad' : undefined, title: 'In the last 7 days'}, how.text),
      label.isDeprecated ? element('em', {class: 'old'}, 'deprecated') : null);
    made.dataset.id = label.id;
    if (state.selected && label.id === state.selected.id) { made.setAttribute('aria-current', 'true'); }
    return element('li', {}, made);
  }

  function showActions() {
    var focused = document.activeElement.dataset.id;
    var found = groups();
    at('actions').replaceChildren.apply(at('actions'), [].concat.apply([], found.map(function (group) {
      return [element('h2', {}, group[0]), element.apply(null, ['ul', {}].concat(group[1].map(link)))];
    })));
    show('filter-line', state.labels.length > 8 || at('filter').value !== '');
    show('nothing-found', state.labels.length > 0 && found.length === 0);
    show('rail-empty', state.labels.length === 0);
    document.querySelectorAll('#actions a').forEach(function (each) {
      if (focused && each.dataset.id === focused) { each.focus(); }
    });
  }

  function options() {
    var scope = at('scope').value;
    var version = at('by-version').value;
    fill.apply(null, ['scope', element('option', {value: ''}, 'all actions')].concat(groups().map(function (group) {
      return element('option', {value: group[0]}, group[0]);
    })));
    fill.apply(null, ['by-version', element('option', {value: ''}, 'all')].concat(groups().map(function (group) {
      return element.apply(null, ['optgroup', {label: group[0]}].concat(group[1].map(function (label) {
        return element('option', {value: label.name + '\n' + label.version}, label.version);
      })));
    })));
    at('scope').value = scope;
    at('by-version').value = version;
  }

  /* What a build deploys meanwhile appears by itself. */
  function loadActions() {
    return call('GET', '/local/v1/data-actions').then(function (list) {
      if (JSON.stringify(list.entities) === JSON.stringify(state.labels) && at('actions').dataset.shown) { return; }
      at('actions').dataset.shown = 'true';
      state.labels = list.entities;
      showActions();
      options();
      steps();
      if (!state.selected && state.labels.length && !location.hash) { select(state.labels[state.labels.length - 1].id, false); }
    });
  }

  function loadHealth() {
    var now = Date.now();
    return call('POST', '/api/v2/analytics/data-actions/details/query', JSON.stringify({
      dateFrom: new Date(now - HEALTH_WEEK).toISOString(), dateTo: new Date(now).toISOString(), groupBy: ['actionId'], metrics: ['count', 'errorRate']
    })).then(function (found) {
      state.health = {};
      found.data.forEach(function (row) { state.health[row.actionId] = {count: row.count, failed: Math.round(row.count * row.errorRate)}; });
      showActions();
    });
  }

  function fact(term, value) { return element('li', {}, term + ' ', value); }

  function select(id, byReader) {
    quietly(call('GET', '/api/v2/data-actions/' + encodeURIComponent(id)).then(function (action) {
      state.selected = action;
      state.sent = null;
      state.unreached = false;
      at('action-title').textContent = action.name + ' ' + action.version;
      fill('action-state', action.isDeprecated
        ? element('span', {class: 'badge warn'}, 'deprecated: new flows should not use it')
        : element('span', {class: 'badge good'}, 'active'));
      at('action-description').textContent = action.description || '';
      fill('action-facts', fact('Handler', element('code', {}, action.handlerUrl)),
        fact('Timeout', numbers.duration(action.timeoutMs)), fact('Id', element('code', {}, action.id)));
      fill('input-schema', window.cxoneSchema.tree(action.inputSchema));
      fill('output-schema', window.cxoneSchema.tree(action.outputSchema));
      fill('result', element('p', {class: 'muted'}, 'Send the request, and the answer appears here.'));
      show('action', true);
      showActions();
      if (byReader) { at('action-title').focus(); }
      loadListening();
      return loadSources(action);
    }));
  }

  /* Whether something listens at the handler's URL, said before anybody sends. */
  function loadListening() {
    var action = state.selected;
    if (!action) { return; }
    quietly(call('GET', path(action) + '/handler').then(function (found) {
      if (state.selected !== action) { return; }
      var changed = state.listening !== found.listening || !at('unreachable').firstChild;
      state.listening = found.listening;
      if (changed) {
        fill('unreachable', element('strong', {}, 'Nothing is listening at ' + action.handlerUrl + '.'),
          element('p', {}, 'Start the handler, or let the plugin serve the project\'s, in the project\'s folder:'), answer.command('mvn compile cxone:tenant'));
      }
      show('unreachable', found.listening === false && !state.unreached); // The answer says it already.
      steps();
    }));
  }

  // The request.

  function loadSources(action) {
    return call('GET', path(action) + '/examples').then(function (examples) {
      if (state.selected !== action) { return; }
      state.sources = examples.fixtures.map(function (fixture) {
        return {group: 'Fixtures of the project', label: fixture.name, text: fixture.text};
      }).concat(examples.entities.map(function (example) {
        return {group: 'Made from the input schema', label: example.what, text: JSON.stringify(example.payload, null, 2)};
      }));
      var made = ['Fixtures of the project', 'Made from the input schema'].map(function (group) {
        var own = state.sources.map(function (source, index) {
          return source.group === group ? element('option', {value: String(index)}, source.label) : null;
        }).filter(Boolean);
        return own.length ? element.apply(null, ['optgroup', {label: group}].concat(own)) : null;
      });
      fill.apply(null, ['source'].concat(made.filter(Boolean)));
      at('source').disabled = state.sources.length === 0;
      at('payload').value = state.sources.length ? state.sources[0].text.trim() : '{}';
    });
  }

  var checking;
  var editor = window.cxoneEditor(at('payload'), function () {
    clearTimeout(checking);
    checking = setTimeout(check, CHECK_AFTER);
  });

  function check() {
    var action = state.selected;
    var text = at('payload').value;
    if (!action) { return; }
    quietly(call('POST', path(action) + '/checks', text).then(function (found) {
      if (state.selected === action && at('payload').value === text) { complain(found.findings); }
    }));
  }

  function complain(findings) {
    var lines = editor.complain(findings);
    at('complaints').classList.toggle('bad', findings.length > 0);
    if (!findings.length) {
      fill('complaints', element('span', {class: 'good'}, '✓'), ' The input schema accepts this.');
      return;
    }
    fill.apply(null, ['complaints', 'The input schema refuses this: '].concat([].concat.apply([], findings.map(function (finding, index) {
      var jump = element('button', {type: 'button', class: 'link'}, 'line ' + (lines[index] + 1));
      jump.addEventListener('click', function () { editor.go(lines[index]); });
      return [index ? '; ' : '', jump, ' ' + (finding.pointer && finding.pointer !== '/' ? finding.pointer + ' ' : '') + finding.message];
    }))));
  }

  function format() {
    try {
      at('payload').value = JSON.stringify(JSON.parse(at('payload').value), null, 2);
    } catch (e) {
      check(); // Says what is no JSON in it.
    }
  }

  // The answer.

  function execute(event) {
    if (event) { event.preventDefault(); }
    if (at('send').disabled || !state.selected) { return; }
    var action = state.selected;
    var payload = at('payload').value;
    at('send').disabled = true;
    at('result').classList.add('stale');
    at('result').prepend(element('p', {class: 'sending'}, 'Sending to ' + action.handlerUrl + ' …'));
    quietly(call('POST', path(action) + '/executions', payload).then(function (result) {
      if (state.selected !== action) { return; }
      state.sent = {action: action, payload: payload};
      state.unreached = result.reached === false;
      showAnswer(result);
      loadListening();
      answered();
      return refresh();
    }).finally(answered));
  }

  function answered() {
    at('send').disabled = false;
    at('result').classList.remove('stale');
    at('result').querySelectorAll('.sending').forEach(function (each) { each.remove(); });
  }

  function showAnswer(result) {
    var again = element('button', {type: 'button'}, 'Send again');
    again.addEventListener('click', function () {
      at('payload').value = state.sent.payload;
      execute();
    });
    var given = element('div', {class: 'given'});
    given.append.apply(given, answer.parts(result, new Date().toISOString()).concat(
      element('p', {class: 'buttons'}, again, answer.copy('Copy answer', JSON.stringify(result, null, 2))), save(), answer.envelope(result)));
    fill('result', given);
  }

  /* A page may not write into a project: it gives the file, and says where it goes. */
  function save() {
    var name = element('input', {type: 'text', 'aria-label': 'Name of the fixture', size: '16', value: 'case-' + new Date().toISOString().slice(0, 10)});
    var button = element('button', {type: 'button'}, 'Save as fixture');
    var where = element('span', {class: 'muted'});
    button.addEventListener('click', function () {
      var file = name.value.trim().replace(/[^\w.-]+/g, '-') || 'case';
      var address = URL.createObjectURL(new Blob([state.sent.payload + '\n'], {type: 'application/json'}));
      element('a', {href: address, download: file + '.json'}).click();
      setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
      where.replaceChildren('Downloaded. Move it to ', element('code', {}, 'src/test/cxone/' + state.sent.action.name + '/' + file + '.json'));
    });
    return element('p', {class: 'save'}, name, button, where);
  }

  // Together.

  var past = window.cxoneHistory({
    call: call,
    quietly: quietly,
    use: function (execution) {
      at('payload').value = execution.payload;
      at('action').scrollIntoView({block: 'start'});
      at('payload').focus();
    }
  });
  var figures = window.cxoneFigures({
    call: call,
    quietly: quietly,
    order: function (name, version) {
      return state.labels.findIndex(function (label) { return label.name === name && label.version === version; });
    }
  });

  function steps() {
    var done = {
      'step-deployed': state.labels.length > 0,
      'step-listening': state.labels.length > 0 && state.selected !== null && state.listening !== false,
      'step-executed': !past.isEmpty()
    };
    show('start', !(done['step-deployed'] && done['step-executed']));
    Object.keys(done).forEach(function (id) {
      at(id).classList.toggle('done', done[id]);
      at(id).querySelector('.tick').textContent = done[id] ? 'done' : '';
      at(id).querySelector('.todo').hidden = done[id];
    });
  }

  function refresh() {
    return past.refresh().then(function (news) {
      steps();
      return news ? Promise.all([figures.load(), loadHealth()]) : null;
    });
  }

  var turns = 0;
  function poll() {
    var due = at('live').checked && !document.hidden;
    if (due && ++turns % (state.listening ? SELDOM : 1) === 0 && state.listening !== undefined) { loadListening(); }
    (due ? loadActions().then(refresh) : Promise.resolve()).catch(function () { /* Shown already. */ })
      .then(function () { setTimeout(poll, POLL); });
  }

  at('where').textContent = location.host;
  document.querySelectorAll('#start .command').forEach(function (line) {
    line.append(answer.copy('Copy', line.querySelector('code').textContent));
  });
  at('try').addEventListener('submit', execute);
  at('payload').addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      at('try').requestSubmit();
    }
  });
  at('source').addEventListener('change', function () {
    at('payload').value = state.sources[Number(at('source').value)].text.trim();
  });
  at('format').addEventListener('click', format);
  at('filter').addEventListener('input', showActions);
  window.addEventListener('hashchange', function () {
    if (location.hash.length > 1 && location.hash !== '#main') { select(decodeURIComponent(location.hash.slice(1)), true); }
  });

  if (location.hash.length > 1 && location.hash !== '#main') { select(decodeURIComponent(location.hash.slice(1)), false); }
  quietly(loadHealth().then(loadActions).then(past.reload).then(figures.load).then(steps));
  setTimeout(poll, POLL);
})();
