/* The shell of every page: the switch between light and dark, the drawer, and what print needs. Runs before the page is painted. */
(function () {
  'use strict';

  var KEY = 'cxone-scheme';
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var body = document.body;

  function stored() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (e) {
      return null; // A browser may keep nothing for a file.
    }
  }

  function store(scheme) {
    try {
      window.localStorage.setItem(KEY, scheme);
    } catch (e) {
      // The choice then lasts as long as the page.
    }
  }

  function isDark() {
    return body.dataset.scheme ? body.dataset.scheme === 'dark' : dark.matches;
  }

  function choose(scheme) {
    if (scheme === 'light' || scheme === 'dark') {
      body.dataset.scheme = scheme;
    }
  }

  function showScheme() {
    document.querySelectorAll('.scheme-switch').forEach(function (button) {
      button.setAttribute('aria-pressed', String(isDark()));
    });
    window.dispatchEvent(new Event('cxone-scheme'));
  }

  function drawer(open) {
    var button = document.querySelector('.drawer-switch');
    var rail = document.getElementById('rail');
    if (button && rail && button.getAttribute('aria-expanded') !== String(open)) {
      button.setAttribute('aria-expanded', String(open));
      rail.classList.toggle('open', open);
      var first = rail.querySelector('a, button');
      if (open && first) {
        first.focus();
      }
    }
  }

  function isOpen() {
    var button = document.querySelector('.drawer-switch');
    return Boolean(button) && button.getAttribute('aria-expanded') === 'true';
  }

  /* Paper cannot be clicked: what failed is printed open. */
  var opened = [];

  function openFailures() {
    opened = Array.from(document.querySelectorAll('.bad details:not([open]), details.bad:not([open])'));
    opened.forEach(function (details) { details.open = true; });
  }

  function closeAgain() {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  }

  choose(stored());
  dark.addEventListener('change', showScheme);
  window.addEventListener('beforeprint', openFailures);
  window.addEventListener('afterprint', closeAgain);

  document.addEventListener('DOMContentLoaded', function () {
    showScheme();
    document.querySelectorAll('.scheme-switch').forEach(function (button) {
      button.addEventListener('click', function () {
        choose(isDark() ? 'light' : 'dark');
        store(body.dataset.scheme);
        showScheme();
      });
    });
    document.querySelectorAll('.drawer-switch').forEach(function (button) {
      button.addEventListener('click', function () { drawer(!isOpen()); });
    });
    var rail = document.getElementById('rail');
    if (rail) {
      rail.addEventListener('click', function (event) {
        if (event.target.closest('a')) {
          drawer(false);
        }
      });
    }
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && isOpen()) {
        drawer(false);
        document.querySelector('.drawer-switch').focus();
      }
    });
  });

  window.cxoneShell = {isDark: isDark, closeDrawer: function () { drawer(false); }};
})();
