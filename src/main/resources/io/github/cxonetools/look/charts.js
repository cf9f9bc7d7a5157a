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

  /* Horizontal lines with a label: {value, text, short for narrow charts}. */
  var limits = {
    id: 'cxoneLimits',
    afterDatasetsDraw: function (chart, args, options) {
      var area = chart.chartArea;
      var context = chart.ctx;
      (options.list || []).forEach(function (limit, order) {
        var y = chart.scales.y.getPixelForValue(limit.value);
        context.save();
        context.strokeStyle = colour('bad');
        context.fillStyle = colour('bad');
        context.lineWidth = 1.5;
        context.setLineDash([6, 4]);
        context.beginPath();
        context.moveTo(area.left, y);
        context.lineTo(area.right, y);
        context.stroke();
        context.font = '11px system-ui, sans-serif';
        context.textAlign = order % 2 ? 'right' : 'left';
        context.setLineDash([]);
        context.lineWidth = 4;
        context.lineJoin = 'round';
        context.strokeStyle = colour('paper');
        var words = chart.width < 480 && limit.short ? limit.short : limit.text;
        var text = [words, order % 2 ? area.right - 2 : area.left + 4, y < area.top + 16 ? y + 13 : y - 6];
        context.strokeText.apply(context, text);
        context.fillText.apply(context, text);
        context.restore();
      });
    }
  };

  /* A vertical line over the stretch that the cursor of linked charts is at. */
  var cursor = {
    id: 'cxoneCursor',
    afterDatasetsDraw: function (chart) {
      var at = chart.cxoneCursor;
      if (at === undefined || at === null) {
        return;
      }
      var area = chart.chartArea;
      var x = chart.scales.x.getPixelForValue(at);
      chart.ctx.save();
      chart.ctx.strokeStyle = colour('muted');
      chart.ctx.beginPath();
      chart.ctx.moveTo(x, area.top);
      chart.ctx.lineTo(x, area.bottom);
      chart.ctx.stroke();
      chart.ctx.restore();
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
   *            xTitle: text, yTitle: text, footer: function (index) -> text,
   *            limits: [{value, text, short}], axisWidth: pixels of the left axis, tooltip: false for none,
   *            end: where the scale ends, and what is higher stands as a triangle}
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
            data: within(series.values, settings.end),
            cxoneColour: own,
            borderWidth: line ? series.width || 2 : 0,
            borderRadius: line ? 0 : 2,
            pointStyle: series.values.map(function (value) { return isBeyond(value, settings.end) ? 'triangle' : 'circle'; }),
            pointRadius: series.values.map(function (value) {
              return isBeyond(value, settings.end) ? 5 : settings.labels.length > 60 ? 0 : settings.labels.length > 30 ? 2 : 3;
            }),
            pointHoverRadius: 5,
            pointHitRadius: 12,
            tension: 0,
            spanGaps: false,
            maxBarThickness: 48,
            clip: settings.end ? 8 : undefined,
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
        events: settings.tooltip === false ? [] : undefined,
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
            suggestedMax: highest(settings),
            max: settings.end || undefined,
            afterFit: function (scale) {
              if (settings.axisWidth) {
                scale.width = settings.axisWidth;
              }
            },
            stacked: Boolean(settings.stacked),
            grid: {},
            border: {display: false},
            title: {display: Boolean(settings.yTitle), text: settings.yTitle || ''},
            ticks: {maxTicksLimit: 6, includeBounds: !settings.end, callback: function (value) { return short(format(value)); }}
          }
        },
        plugins: {
          legend: {display: false},
          colors: {enabled: false},
          cxoneMarkers: {list: settings.markers || []},
          cxoneLimits: {list: settings.limits || []},
          tooltip: {
            enabled: settings.tooltip !== false,
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
      plugins: [markers, limits, cursor]
    });
    drawn.push(chart);
    paint(chart);
    return chart;
  }

  function isBeyond(value, end) {
    return Boolean(end) && value !== null && value > end;
  }

  function within(values, end) {
    return values.map(function (value) { return isBeyond(value, end) ? end : value; });
  }

  /* "0.8 %" for "0.800 %": the steps of an axis are round. */
  function short(text) {
    return text.replace(/(\.\d*?)0+(?=\D|$)/, '$1').replace(/\.(?=\D|$)/, '');
  }

  /* A limit is seen, also where every figure is far below it. */
  function highest(settings) {
    var values = (settings.limits || []).map(function (limit) { return limit.value * 1.1; });
    if (settings.max !== undefined) {
      values.push(settings.max);
    }
    return values.length ? Math.max.apply(null, values) : undefined;
  }

  /*
   * Gives several charts of the same stretches one cursor, and tells where it is: an index, or null. The function that it
   * returns moves it there.
   */
  function link(charts, told) {
    var now = null;
    function move(at) {
      if (at === now) {
        return;
      }
      now = at;
      charts.forEach(function (chart) {
        chart.cxoneCursor = at;
        chart.setActiveElements(at === null ? [] : chart.data.datasets.map(function (dataset, index) {
          return {datasetIndex: index, index: at};
        }).filter(function (point) {
          return chart.isDatasetVisible(point.datasetIndex) && chart.data.datasets[point.datasetIndex].data[at] !== null;
        }));
        chart.draw();
      });
      told(at);
    }
    charts.forEach(function (chart) {
      chart.canvas.addEventListener('pointermove', function (event) {
        var x = event.clientX - chart.canvas.getBoundingClientRect().left;
        var inside = x >= chart.chartArea.left && x <= chart.chartArea.right;
        move(inside ? chart.scales.x.getValueForPixel(x) : null);
      });
      chart.canvas.addEventListener('pointerleave', function () { move(null); });
    });
    return move;
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
    link: link,
    remove: remove,
    toggle: toggle,
    seriesColour: seriesColour,
    data: function (id) { return JSON.parse(document.getElementById(id).textContent); },
    integer: function (value) { return Number.isInteger(value) ? number(value, 0) : ''; },
    percent: function (value) { return number(value * 100) + ' %'; },
    milliseconds: function (value) { return number(value) + ' ms'; }
  };
})();
