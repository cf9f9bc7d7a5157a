/* Hides in compatibility.html what passed, where the reader wants only what failed. */
(function () {
  'use strict';

  var filter = document.getElementById('only-failures');
  if (filter) {
    filter.addEventListener('change', function () {
      document.querySelectorAll('section.action.good').forEach(function (action) {
        action.hidden = filter.checked;
      });
    });
  }
})();
