/* Numbers and times as every page shows them: three digits and the unit that fits. NumberText and TimeText of the plugin show them alike. */
window.cxoneNumbers = (function () {
  'use strict';

  var MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  function grouped(text) {
    var parts = text.split('.');
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ',');
    return parts.join('.');
  }

  function count(number) {
    return grouped(String(number));
  }

  /* "3 fixtures", "1 fixture". */
  function counted(number, thing) {
    return count(number) + ' ' + thing + (number === 1 ? '' : 's');
  }

  /* With as many decimals as make three digits; the number has no more than three. */
  function plain(number) {
    var exponent = Number(Math.abs(number).toExponential().split('e')[1]);
    return grouped(number.toFixed(Math.max(0, 2 - exponent)));
  }

  function rounded(number) {
    return Number(number.toPrecision(3));
  }

  function threeDigits(number) {
    return number === 0 ? '0' : plain(rounded(number));
  }

  /* Milliseconds as "41.2 µs", "4.12 ms", "412 ms", "4.12 s". */
  function duration(millis) {
    var value = rounded(millis);
    var size = Math.abs(value);
    if (size === 0) {
      return '0 ms';
    }
    if (size < 1) {
      return plain(rounded(value * 1000)) + ' µs';
    }
    return size < 1000 ? plain(value) + ' ms' : plain(rounded(value / 1000)) + ' s';
  }

  /* A rate from 0 to 1. */
  function percent(rate) {
    return threeDigits(rate * 100) + ' %';
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /* An instant as "28 Nov 2026, 14:05 UTC". */
  function moment(instant) {
    var time = new Date(instant);
    return time.getUTCDate() + ' ' + MONTHS[time.getUTCMonth()] + ' ' + time.getUTCFullYear() + ', '
      + two(time.getUTCHours()) + ':' + two(time.getUTCMinutes()) + ' UTC';
  }

  return {count: count, counted: counted, threeDigits: threeDigits, duration: duration, percent: percent, moment: moment};
})();
