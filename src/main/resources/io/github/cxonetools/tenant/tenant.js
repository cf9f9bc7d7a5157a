/* The tenant's page: reads everything from the tenant's own endpoints; what comes from there becomes text, never markup. */
(function () {
  'use strict';

  var PAGE = 50;
  var SHOWN = 50;
  var POLL = 1500;
  var LOCKED = 'This page is locked for this browser now. Type mvn cxone:tenant, in another terminal where it still runs: '
    + 'it prints an address that opens the page again.';
  var WINDOWS = {
    hour: {millis: 3600e3, interval: 'PT1M', step: 60e3, label: {hour: '2-digit', minute: '2-digit'}},
    day: {millis: 86400e3, interval: 'PT1H', step: 3600e3, label: {hour: '2-digit', minute: '2-digit'}},
    month: {millis: 30 * 86400e3, interval: 'P1D', step: 86400e3, label: {month: 'short', day: 'numeric', timeZone: 'UTC'}}
  };

  var element = window.cxoneSchema.element;
  var state = {page: 0, selected: null, listed: '', latest: 0, examples: [], charts: [], hidden: {}};

  function at(id) { return document.getElementById(id); }

  function show(id, shown) { at(id).hidden = !shown; }

  function fill(id) {
    at(id).replaceChildren.apply(at(id), Array.prototype.slice.call(arguments, 1));
  }

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

  function milliseconds(value) { return value === undefined ? '–' : window.cxoneCharts.milliseconds(value); }

  // Actions.

  function listed(action) {
    var link = element('a', {href: '#' + encodeURIComponent(action.id)},
      element('span', {}, action.name), element('span', {class: 'version'}, action.version),
      action.isDeprecated ? element('span', {class: 'badge warn'}, 'deprecated') : null);
    link.dataset.id = action.id;
    return element('li', {}, link);
  }

  function readActions(page) {
    var name = at('filter').value.trim();
    var query = '?pageSize=' + PAGE + '&pageNumber=' + page + (name ? '&name=' + encodeURIComponent(name) : '');
    return call('GET', '/api/v2/data-actions' + query);
  }

  function loadActions(more) {
    state.page = more ? state.page + 1 : 1;
    return readActions(state.page).then(function (list) { showActions(list, more); });
  }

  function showActions(list, more) {
    var focused = document.activeElement.dataset.id;
    if (!more) {
      fill('actions');
      state.listed = JSON.stringify(list);
    }
    list.entities.forEach(function (action) {
      at('actions').append(listed(action));
      remember(action.name);
    });
    var named = at('filter').value.trim() !== '';
    show('more', state.page * PAGE < list.total);
    show('no-actions', list.total === 0 && !named);
    show('filter-line', list.total > 8 || named);
    mark();
    document.querySelectorAll('#actions a').forEach(function (link) {
      if (focused && link.dataset.id === focused) { link.focus(); }
    });
  }

  /* What a build deploys meanwhile appears by itself, unless the reader is further down the list. */
  function refreshActions() {
    return state.page !== 1 ? Promise.resolve() : readActions(1).then(function (list) {
      if (state.page === 1 && JSON.stringify(list) !== state.listed) { showActions(list, false); }
    });
  }

  function remember(name) {
    var known = Array.prototype.some.call(at('scope').options, function (option) { return option.value === name; });
    if (!known) {
      at('scope').append(element('option', {value: name}, name));
      at('names').append(element('option', {value: name}));
    }
  }

  function mark() {
    document.querySelectorAll('#actions a').forEach(function (link) {
      if (state.selected && link.dataset.id === state.selected.id) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  function fact(term, value) { return [element('dt', {}, term), element('dd', {}, value)]; }

  function select() {
    var id = decodeURIComponent(location.hash.slice(1));
    if (!id) { return; }
    quietly(call('GET', '/api/v2/data-actions/' + encodeURIComponent(id)).then(function (action) {
      state.selected = action;
      at('action-title').textContent = action.name + ' ' + action.version;
      fill('action-state', action.isDeprecated
        ? element('span', {class: 'badge warn'}, 'deprecated: new flows should not use it')
        : element('span', {class: 'badge good'}, 'active'));
      at('action-facts').replaceChildren.apply(at('action-facts'), [].concat(
        action.description ? fact('What', action.description) : [],
        fact('Handler', element('code', {}, action.handlerUrl)),
        fact('Timeout', milliseconds(action.timeoutMs)),
        fact('Id', element('code', {}, action.id))));
      fill('input-schema', window.cxoneSchema.tree(action.inputSchema));
      fill('output-schema', window.cxoneSchema.tree(action.outputSchema));
      fill('result');
      show('action', true);
      mark();
      at('action-title').focus();
      return loadExamples(action);
    }));
  }

  function loadExamples(action) {
    return call('GET', '/local/v1/data-actions/' + encodeURIComponent(action.id) + '/examples').then(function (examples) {
      state.examples = examples.entities;
      proposeExample();
    });
  }

  /* The next of the tenant's examples, after the last the first again. */
  function proposeExample() {
    var example = state.examples.shift();
    if (example) {
      state.examples.push(example);
      at('payload').value = JSON.stringify(example.payload, null, 2);
    }
    at('payload-hint').textContent = (example ? 'An example made from the input schema: ' + example.what + '.'
      : 'No example could be made from the input schema.') + ' Ctrl+Enter sends it.';
  }

  // One execution.

  function execute(event) {
    event.preventDefault();
    at('send').disabled = true;
    var path = '/local/v1/data-actions/' + encodeURIComponent(state.selected.id) + '/executions';
    quietly(call('POST', path, at('payload').value).then(function (result) {
      fill('result', verdict(result), element('pre', {tabindex: '0'}, JSON.stringify(result, null, 2)));
      return refresh();
    }).finally(function () { at('send').disabled = false; }));
  }

  function verdict(result) {
    var good = result.status === 'success';
    return element('p', {},
      element('span', {class: 'badge ' + (good ? 'good' : 'bad')}, good ? 'success' : result.type + ' error'), ' ',
      result.latency_ms === undefined ? 'The handler was not called.'
        : 'The handler took ' + milliseconds(result.latency_ms) + '.');
  }

  // The latest executions.

  function row(execution) {
    var good = execution.status === 'success';
    var open = element('button', {type: 'button', class: 'link'}, new Date(execution.timestamp).toLocaleTimeString());
    open.addEventListener('click', function () { quietly(details(execution.id)); });
    var result = execution.result || {};
    return element('tr', {},
      element('td', {class: 'time'}, open), element('td', {class: 'action'}, execution.name), element('td', {}, execution.version),
      element('td', {}, element('span', {class: 'badge ' + (good ? 'good' : 'bad')}, good ? 'success' : execution.type)),
      element('td', {class: 'figure'}, milliseconds(execution.latencyMs)),
      element('td', {class: 'what'}, good ? JSON.stringify(result.output || {}).slice(0, 120) : result.message || ''));
  }

  function details(id) {
    return call('GET', '/local/v1/executions/' + id).then(function (execution) {
      fill('execution', element('h3', {tabindex: '-1'}, 'Execution ' + execution.id),
        element('p', {class: 'muted'}, execution.name + ' ' + execution.version + ', ' + new Date(execution.timestamp).toLocaleString()),
        element('pre', {tabindex: '0'}, execution.payload === undefined ? 'The payload is no longer kept.' : execution.payload),
        element('pre', {tabindex: '0'}, execution.result === undefined ? 'The result is no longer kept.' : JSON.stringify(execution.result, null, 2)));
      at('execution').firstChild.focus();
    });
  }

  /* Adds what is new; true where there was something. */
  function loadLatest() {
    return call('GET', '/local/v1/executions?limit=' + SHOWN + '&after=' + state.latest).then(function (latest) {
      latest.entities.slice().reverse().forEach(function (execution) {
        at('latest').prepend(row(execution));
        state.latest = Math.max(state.latest, Number(execution.id));
      });
      while (at('latest').rows.length > SHOWN) { at('latest').lastElementChild.remove(); }
      show('no-latest', at('latest').rows.length === 0);
      show('latest-box', at('latest').rows.length > 0);
      return latest.entities.length > 0;
    });
  }

  // Figures and charts.

  function query(groupBy, interval, metrics) {
    var now = Date.now();
    var name = at('scope').value;
    var body = {
      dateFrom: new Date(begin(now)).toISOString(), dateTo: new Date(now).toISOString(), groupBy: groupBy, metrics: metrics,
      filters: name ? [{dimension: 'name', operator: 'EQUALS', value: name}] : []
    };
    if (interval) { body.interval = interval; }
    return call('POST', '/api/v2/analytics/data-actions/details/query', JSON.stringify(body))
      .then(function (answer) { return answer.data; });
  }

  function chosen() { return WINDOWS[at('window').value]; }

  function begin(now) {
    var frame = chosen();
    return Math.floor((now - frame.millis) / frame.step) * frame.step + frame.step;
  }

  function loadFigures() {
    var frame = chosen();
    var metrics = ['count', 'errorRate', 'avgLatencyMs', 'p95LatencyMs'];
    return Promise.all([query([], null, metrics), query(['name', 'version'], frame.interval, metrics)])
      .then(function (answers) {
        cards(answers[0][0]);
        charts(answers[1], frame);
      });
  }

  function card(value, label, tone) {
    return element('li', {class: 'card' + (tone ? ' ' + tone : '')}, element('strong', {}, value), element('span', {}, label));
  }

  function cards(sum) {
    var some = Boolean(sum && sum.count);
    show('no-figures', !some);
    show('charts', some);
    show('legend', some);
    if (!some) {
      fill('cards', card('0', 'executions'));
      return;
    }
    fill('cards', card(sum.count.toLocaleString('en-US'), 'executions'),
      card(window.cxoneCharts.percent(sum.errorRate), 'errors', sum.errorRate > 0 ? 'bad' : 'good'),
      card(milliseconds(sum.avgLatencyMs), 'average latency'), card(milliseconds(sum.p95LatencyMs), '95th percentile'));
  }

  function charts(rows, frame) {
    var first = begin(Date.now());
    var count = Math.round(frame.millis / frame.step);
    var labels = Array.from({length: count}, function (unused, index) {
      return new Date(first + index * frame.step).toLocaleString([], frame.label);
    });
    var names = new Set(rows.map(function (row) { return row.name; }));
    var series = new Map();
    rows.forEach(function (row) {
      var label = names.size > 1 ? row.name + ' ' + row.version : row.version;
      if (!series.has(label)) { series.set(label, new Array(count).fill(null)); }
      series.get(label)[Math.round((Date.parse(row.timestamp) - first) / frame.step)] = row;
    });
    redraw(labels, Array.from(series.entries()).sort(function (a, b) { return a[0] < b[0] ? -1 : 1; }).slice(0, 8));
  }

  function redraw(labels, series) {
    function values(metric, absent) {
      return series.map(function (entry, index) {
        return {label: entry[0], colour: index, values: entry[1].map(function (row) {
          return row && row[metric] !== undefined ? row[metric] : absent;
        })};
      });
    }
    state.charts.forEach(window.cxoneCharts.remove);
    state.charts = [
      window.cxoneCharts.draw(at('chart-count'), {type: 'bar', stacked: true, labels: labels, series: values('count', null), format: window.cxoneCharts.integer}),
      window.cxoneCharts.draw(at('chart-errors'), {type: 'line', labels: labels, series: values('errorRate', null), format: window.cxoneCharts.percent, max: 0.01}),
      window.cxoneCharts.draw(at('chart-latency'), {type: 'line', labels: labels, series: values('p95LatencyMs', null), format: window.cxoneCharts.milliseconds})
    ];
    fill.apply(null, ['legend'].concat(series.map(function (entry, index) { return key(entry[0], index); })));
  }

  function key(label, index) {
    var swatch = element('i', {});
    swatch.style.background = window.cxoneCharts.seriesColour(index);
    var button = element('button', {type: 'button', 'aria-pressed': String(!state.hidden[label])}, swatch, label);
    window.cxoneCharts.toggle(state.charts, index, !state.hidden[label]);
    button.addEventListener('click', function () {
      state.hidden[label] = !state.hidden[label];
      button.setAttribute('aria-pressed', String(!state.hidden[label]));
      window.cxoneCharts.toggle(state.charts, index, !state.hidden[label]);
    });
    return element('li', {}, button);
  }

  // Together.

  function refresh() {
    return loadLatest().then(function (news) { return news ? loadFigures() : null; });
  }

  function poll() {
    var due = at('live').checked && !document.hidden;
    (due ? refreshActions().then(refresh) : Promise.resolve()).catch(function () { /* Shown already. */ })
      .then(function () { setTimeout(poll, POLL); });
  }

  at('where').textContent = location.origin;
  at('try').addEventListener('submit', execute);
  at('payload').addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { at('try').requestSubmit(); }
  });
  at('example').addEventListener('click', proposeExample);
  at('more').addEventListener('click', function () { quietly(loadActions(true)); });
  at('filter').addEventListener('change', function () { quietly(loadActions(false)); });
  at('scope').addEventListener('change', function () { quietly(loadFigures()); });
  at('window').addEventListener('change', function () { quietly(loadFigures()); });
  window.addEventListener('hashchange', select);

  quietly(loadActions(false).then(select));
  quietly(loadFigures());
  poll();
})();
