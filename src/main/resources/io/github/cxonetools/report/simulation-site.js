/* Draws the latency charts of the simulation's page in a site, and hides what passed where the reader wants only what failed. */
(function () {
  'use strict';

  var charts = window.cxoneCharts;

  charts.data('cxone-data').actions.forEach(function (action, index) {
    var canvas = document.getElementById('latency-' + index);
    if (canvas) {
      charts.draw(canvas, {
        type: 'bar',
        labels: action.labels,
        series: [{label: 'fixtures', values: action.fixtures}],
        markers: action.markers,
        format: charts.integer
      });
    }
  });

  var filter = document.getElementById('only-failures');
  if (filter) {
    filter.addEventListener('change', function () {
      document.querySelectorAll('.entry.good').forEach(function (entry) {
        entry.hidden = filter.checked;
      });
    });
  }
})();
