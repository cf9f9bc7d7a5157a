/* Sets Chart.js up for every page of this plugin: colours from look.css, both schemes, print, one tooltip for all series. */
(function () {
  'use strict';

  var drawn = [];

  function root() {
    return document.querySelector('.cxone');
  }

  function colour(name) {
    return getComputedStyle(root()).getPropertyValue('--' + name).trim();
  }

  function seriesColour(index) {
    return colour('series-' + (index % 8 + 1));
  }

  function colours(own) {
    var value = typeof own === 'string' ? colour(own) : seriesColour(own);
    return {backgroundColor: value, borderColor: value, pointBackgroundColor: value, pointBorderColor: value};
  }

  /* Vertical lines with a label: {at: 0..number of labels, text}. */
  var markers = {
    id: 'cxoneMarkers',
    afterDatasetsDraw: function (chart, args, options) {
      var area = chart.chartArea;
      var context = chart.ctx;
      var room = -Infinity;
      (options.list || []).forEach(function (marker) {
        var x = area.left + marker.at / chart.data.labels.length * area.width;
        context.save();
        context.strokeStyle = colour('ink');
        context.fillStyle = colour('ink');
        context.setLineDash([4, 3]);
        context.beginPath();
        context.moveTo(x, area.top - 4);
        context.lineTo(x, area.bottom);
        context.stroke();
        context.font = '11px system-ui, sans-serif';
        var width = context.measureText(marker.text).width;
        var left = Math.max(room, area.left, Math.min(x - width / 2, area.right - width));
        if (left + width <= chart.width) {
          context.fillText(marker.text, left, area.top - 8);
          room = left + width + 6;
        }
        context.restore();
      });
    }
  };

  function paint(chart) {
    ['x', 'y'].forEach(function (axis) {
      var scale = chart.options.scales[axis];
      scale.ticks.color = colour('muted');
      scale.title.color = colour('muted');
      scale.grid.color = axis === 'x' ? 'transparent' : colour('line');
      scale.border.color = colour('line');
    });
    chart.data.datasets.forEach(function (dataset) {
      Object.assign(dataset, colours(dataset.cxoneColour));
    });
    var tooltip = chart.options.plugins.tooltip;
    tooltip.backgroundColor = colour('ink');
    tooltip.titleColor = colour('paper');
    tooltip.bodyColor = colour('paper');
    tooltip.footerColor = colour('paper');
    chart.update();
  }

  function repaint() {
    drawn.forEach(paint);
  }

  /*
   * Draws one chart.
   * settings: {type: 'bar'|'line', labels: [text], series: [{label, values: [number|null], colour: index or name}],
   *            format: function (number) -> text, stacked: boolean, max: number, markers: [{at, text}],
   *            xTitle: text, yTitle: text, footer: function (index) -> text}
   */
  function draw(canvas, settings) {
    var format = settings.format || String;
    var line = settings.type === 'line';
    var chart = new Chart(canvas, {
      type: settings.type,
      data: {
        labels: settings.labels,
        datasets: settings.series.map(function (series, index) {
          var own = series.colour === undefined ? index : series.colour;
          return Object.assign(colours(own), {
            label: series.label,
            data: series.values,
            cxoneColour: own,
            borderWidth: line ? 2 : 0,
            borderRadius: line ? 0 : 2,
            pointRadius: settings.labels.length > 60 ? 0 : 3,
            pointHoverRadius: 5,
            pointHitRadius: 12,
            tension: 0,
            spanGaps: false,
            maxBarThickness: 48,
            minBarLength: 2
          });
        })
      },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        layout: {padding: {top: (settings.markers || []).length ? 20 : 4}},
        interaction: {mode: 'index', intersect: false},
        scales: {
          x: {
            offset: true,
            stacked: Boolean(settings.stacked),
            grid: {display: false},
            border: {},
            title: {display: Boolean(settings.xTitle), text: settings.xTitle || ''},
            ticks: {maxRotation: 0, autoSkipPadding: 14}
          },
          y: {
            beginAtZero: true,
            suggestedMax: settings.max,
            stacked: Boolean(settings.stacked),
            grid: {},
            border: {display: false},
            title: {display: Boolean(settings.yTitle), text: settings.yTitle || ''},
            ticks: {maxTicksLimit: 6, callback: function (value) { return format(value); }}
          }
        },
        plugins: {
          legend: {display: false},
          colors: {enabled: false},
          cxoneMarkers: {list: settings.markers || []},
          tooltip: {
            padding: 10,
            boxPadding: 4,
            callbacks: {
              label: function (item) {
                return ' ' + item.dataset.label + ': ' + (item.raw === null ? '–' : format(item.raw));
              },
              footer: function (items) {
                return settings.footer && items.length ? settings.footer(items[0].dataIndex) : '';
              }
            }
          }
        }
      },
      plugins: [markers]
    });
    drawn.push(chart);
    paint(chart);
    return chart;
  }

  /* Takes a chart off its canvas, so that another can be drawn there. */
  function remove(chart) {
    drawn.splice(drawn.indexOf(chart), 1);
    chart.destroy();
  }

  /* Shows and hides one series in several charts. */
  function toggle(charts, index, shown) {
    charts.forEach(function (chart) {
      chart.setDatasetVisibility(index, shown);
      chart.update();
    });
  }

  function number(value, digits) {
    return value.toLocaleString('en-US', {maximumFractionDigits: digits === undefined ? 2 : digits});
  }

  /* As wide as A4 between its margins, and so high that a page has room for three. */
  function fitPaper() {
    drawn.forEach(function (chart) { chart.resize(700, 250); });
    repaint();
  }

  function fitScreen() {
    drawn.forEach(function (chart) { chart.resize(); });
    repaint();
  }

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  window.addEventListener('cxone-scheme', repaint);
  window.addEventListener('beforeprint', fitPaper);
  window.addEventListener('afterprint', fitScreen);

  window.cxoneCharts = {
    draw: draw,
    remove: remove,
    toggle: toggle,
    seriesColour: seriesColour,
    data: function (id) { return JSON.parse(document.getElementById(id).textContent); },
    integer: function (value) { return Number.isInteger(value) ? number(value, 0) : ''; },
    percent: function (value) { return number(value * 100) + ' %'; },
    milliseconds: function (value) { return number(value) + ' ms'; }
  };
})();
