/* Draws the charts of metrics.html, and the buttons that show and hide a version in all of them. */
(function () {
  'use strict';

  var charts = window.cxoneCharts;

  function chart(index, name, action, settings) {
    return charts.draw(document.getElementById(name + '-' + index), Object.assign({
      labels: action.labels,
      markers: action.markers,
      series: action.versions.map(function (version) {
        return {label: version.label, values: version[name]};
      })
    }, settings));
  }

  function button(list, version, order, drawn) {
    var item = document.createElement('li');
    var control = document.createElement('button');
    var swatch = document.createElement('i');
    control.type = 'button';
    control.setAttribute('aria-pressed', 'true');
    swatch.style.background = 'var(--series-' + (order % 8 + 1) + ')';
    control.append(swatch, version.label);
    control.addEventListener('click', function () {
      var shown = control.getAttribute('aria-pressed') !== 'true';
      control.setAttribute('aria-pressed', String(shown));
      charts.toggle(drawn, order, shown);
    });
    item.append(control);
    list.append(item);
  }

  charts.data('cxone-data').actions.forEach(function (action, index) {
    if (!document.getElementById('executions-' + index)) {
      return;
    }
    var drawn = [
      chart(index, 'executions', action, {type: 'bar', stacked: true, format: charts.integer}),
      chart(index, 'errorRate', action, {type: 'line', format: charts.percent, max: 0.01}),
      chart(index, 'latency', action, {type: 'line', format: charts.milliseconds})
    ];
    action.versions.forEach(function (version, order) {
      button(document.getElementById('legend-' + index), version, order, drawn);
    });
  });
})();
