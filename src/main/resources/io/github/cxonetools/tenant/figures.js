/* The figures over a window of time: a few numbers and three charts. */
(function () {
  'use strict';

  var MOST_SERIES = 8;
  var ENOUGH_FOR_P95 = 20;
  var HOUR = 3600e3;
  var DAY = 24 * HOUR;
  var MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  var WINDOWS = {
    hour: {millis: HOUR, interval: 'PT1M', step: 60e3, label: clock, every: 'by the minute'},
    day: {millis: DAY, interval: 'PT1H', step: HOUR, label: clock, every: 'hourly'},
    week: {millis: 7 * DAY, interval: 'P1D', step: DAY, label: day, every: 'daily, in UTC'},
    month: {millis: 30 * DAY, interval: 'P1D', step: DAY, label: day, every: 'daily, in UTC'}
  };

  var element = window.cxoneSchema.element;
  var numbers = window.cxoneNumbers;
  var charts = window.cxoneCharts;

  function at(id) { return document.getElementById(id); }

  function clock(time) { return new Date(time).toTimeString().slice(0, 5); }

  function day(time) { return new Date(time).getUTCDate() + ' ' + MONTHS[new Date(time).getUTCMonth()]; }

  function local(time) { return new Date(time).getDate() + ' ' + MONTHS[new Date(time).getMonth()]; }

  /* settings: {call: function (method, path, body) -> promise, order: function (name, version) -> number of its creation} */
  window.cxoneFigures = function (settings) {
    var drawn = [];
    var hidden = {};

    function chosen() { return WINDOWS[at('window').value]; }

    function begin(now) { return Math.floor((now - chosen().millis) / chosen().step) * chosen().step + chosen().step; }

    function query(groupBy, interval, metrics) {
      var now = Date.now();
      var name = at('scope').value;
      var body = {
        dateFrom: new Date(begin(now)).toISOString(), dateTo: new Date(now).toISOString(), groupBy: groupBy, metrics: metrics,
        filters: name ? [{dimension: 'name', operator: 'EQUALS', value: name}] : []
      };
      if (interval) { body.interval = interval; }
      return settings.call('POST', '/api/v2/analytics/data-actions/details/query', JSON.stringify(body)).then(function (found) { return found.data; });
    }

    function load() {
      return Promise.all([
        query(['start'], null, ['count', 'errorRate', 'p50LatencyMs', 'p95LatencyMs', 'maxLatencyMs']),
        query(['name', 'version', 'start'], chosen().interval, ['count', 'errorRate', 'p50LatencyMs'])
      ]).then(function (found) {
        span();
        cards(found[0]);
        draw(found[1]);
      });
    }

    function span() {
      var now = Date.now();
      var from = begin(now);
      var isSameDay = local(from) === local(now);
      var frame = chosen();
      var text = frame.step === DAY ? day(from) + ' – ' + day(now)
        : isSameDay ? local(now) + ', ' + clock(from) + ' – ' + clock(now) : local(from) + ', ' + clock(from) + ' – ' + local(now) + ', ' + clock(now);
      at('span').textContent = text + ', ' + frame.every;
      at('span').title = new Date(from).toISOString() + ' – ' + new Date(now).toISOString();
    }

    function card(value, label, tone) {
      return element('li', {class: 'card' + (tone ? ' ' + tone : '')}, element('strong', {}, value), element('span', {}, label));
    }

    function of(rows, start) { return rows.find(function (each) { return each.start === start; }); }

    function cards(rows) {
      var count = rows.reduce(function (sum, row) { return sum + row.count; }, 0);
      ['charts', 'legend'].forEach(function (id) { at(id).hidden = count === 0; });
      at('no-figures').hidden = count > 0;
      at('cards').hidden = count === 0;
      if (!count) { return; }
      var failed = rows.reduce(function (sum, row) { return sum + Math.round(row.count * row.errorRate); }, 0);
      var warm = of(rows, 'warm') || {count: 0};
      var cold = of(rows, 'cold');
      var slowest = warm.count >= ENOUGH_FOR_P95 ? [warm.p95LatencyMs, '95th percentile'] : [warm.maxLatencyMs, 'slowest'];
      at('cards').replaceChildren(card(numbers.count(count), count === 1 ? 'execution' : 'executions'),
        card(numbers.percent(failed / count), numbers.count(failed) + ' of ' + numbers.count(count) + ' failed', failed * 2 >= count ? 'bad' : failed ? 'warn' : 'good'),
        card(latency(warm.p50LatencyMs), 'median latency'), card(latency(slowest[0]), slowest[1]));
      if (cold) { at('cards').append(card(numbers.count(cold.count), (cold.count === 1 ? 'cold start' : 'cold starts') + ', not in the latencies')); }
    }

    function latency(value) { return value === undefined ? '–' : numbers.duration(value); }

    /* A series a version: counts and failures of all its calls, latencies of the warm ones. */
    function series(rows, first, count) {
      var isOne = new Set(rows.map(function (row) { return row.name; })).size <= 1;
      var found = new Map();
      rows.forEach(function (row) {
        var key = row.name + '\n' + row.version;
        if (!found.has(key)) {
          found.set(key, {label: isOne ? row.version : row.name + ' ' + row.version, order: settings.order(row.name, row.version), count: 0, failed: 0, points: new Array(count).fill(null)});
        }
        add(found.get(key), Math.round((Date.parse(row.timestamp) - first) / chosen().step), row);
      });
      return Array.from(found.values()).sort(function (a, b) { return a.order - b.order || (a.label < b.label ? -1 : 1); });
    }

    function add(one, index, row) {
      var point = one.points[index] || {count: 0, failed: 0, latency: null};
      var failed = Math.round(row.count * row.errorRate);
      point.count += row.count;
      point.failed += failed;
      if (row.start !== 'cold' && row.p50LatencyMs !== undefined) { point.latency = row.p50LatencyMs; }
      one.points[index] = point;
      one.count += row.count;
      one.failed += failed;
    }

    /* The newest, the worst and the busiest keep a colour; the rest is one series, so that the bars add up. */
    function limited(all, count) {
      if (all.length <= MOST_SERIES) { return all; }
      var newest = all[all.length - 1];
      var worst = all.slice().sort(function (a, b) { return b.failed / b.count - a.failed / a.count; })[0];
      var kept = [newest, worst].concat(all.slice().sort(function (a, b) { return b.count - a.count; }));
      kept = kept.filter(function (each, index) { return kept.indexOf(each) === index; }).slice(0, MOST_SERIES - 1);
      var other = {label: 'other', points: new Array(count).fill(null)};
      all.filter(function (each) { return kept.indexOf(each) < 0; }).forEach(function (each) {
        each.points.forEach(function (point, index) {
          if (!point) { return; }
          var sum = other.points[index] || {count: 0, failed: 0, latency: null};
          other.points[index] = {count: sum.count + point.count, failed: sum.failed + point.failed, latency: null};
        });
      });
      return all.filter(function (each) { return kept.indexOf(each) >= 0; }).concat(other);
    }

    function draw(rows) {
      var frame = chosen();
      var first = begin(Date.now());
      var count = Math.round(frame.millis / frame.step);
      var labels = Array.from({length: count}, function (unused, index) { return frame.label(first + index * frame.step); });
      var all = limited(series(rows, first, count), count);
      function values(value) {
        return all.map(function (each, index) {
          return {label: each.label, colour: index, values: each.points.map(function (point) { return point ? value(point) : null; })};
        });
      }
      drawn.forEach(charts.remove);
      drawn = [
        charts.draw(at('chart-count'), {type: 'bar', stacked: true, labels: labels, series: values(function (point) { return point.count; }), format: charts.integer}),
        charts.draw(at('chart-errors'), {type: 'line', labels: labels, series: values(function (point) { return point.failed / point.count; }), format: numbers.percent, max: 0.1}),
        charts.draw(at('chart-latency'), {type: 'line', labels: labels, series: values(function (point) { return point.latency; }), format: numbers.duration})
      ];
      at('legend').replaceChildren.apply(at('legend'), all.map(function (each, index) { return key(each.label, index); }));
    }

    function key(label, index) {
      var swatch = element('i', {});
      swatch.style.background = 'var(--series-' + (index % 8 + 1) + ')';
      var button = element('button', {type: 'button', 'aria-pressed': String(!hidden[label])}, swatch, label);
      charts.toggle(drawn, index, !hidden[label]);
      button.addEventListener('click', function () {
        hidden[label] = !hidden[label];
        button.setAttribute('aria-pressed', String(!hidden[label]));
        charts.toggle(drawn, index, !hidden[label]);
      });
      return element('li', {}, button);
    }

    ['scope', 'window'].forEach(function (id) {
      at(id).addEventListener('change', function () { settings.quietly(load()); });
    });
    return {load: load};
  };
})();
