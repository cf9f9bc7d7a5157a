/* Buttons that copy: <button class="copy" data-copies="id of an element" hidden>, and a function for those that scripts make. */
(function () {
  'use strict';

  function byHand(text) {
    var area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('aria-hidden', 'true');
    area.style.position = 'fixed';
    document.body.append(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done;
  }

  /* Promises whether it is done. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).then(function () { return true; }, function () { return byHand(text); });
    }
    return Promise.resolve(byHand(text));
  }

  /* What the button says after it was clicked, for a while. */
  function bind(button, text) {
    var label = button.textContent;
    button.addEventListener('click', function () {
      copy(text()).then(function (done) {
        button.textContent = done ? '✓ copied' : 'Copy it by hand';
        window.setTimeout(function () { button.textContent = label; }, 1500);
      });
    });
  }

  document.querySelectorAll('button.copy[data-copies]').forEach(function (button) {
    button.hidden = false;
    bind(button, function () { return document.getElementById(button.dataset.copies).textContent; });
  });

  window.cxoneCopy = bind;
})();
