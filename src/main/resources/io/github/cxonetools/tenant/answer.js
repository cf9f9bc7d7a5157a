/* Shows what one execution came to: its verdict, its time, what the handler threw, its output. Everything becomes text. */
(function () {
  'use strict';

  var FRAME = /^\s+at (?:[\w.@~-]*\/)*([\w.$]+)\.[\w$<>-]+\(/;
  var OTHERS = ['java.', 'javax.', 'jakarta.', 'jdk.', 'sun.', 'com.sun.', 'kotlin.', 'kotlinx.', 'scala.', 'groovy.', 'org.apache.',
    'org.codehaus.', 'org.springframework.', 'org.eclipse.', 'org.glassfish.', 'org.hibernate.', 'org.jboss.', 'org.junit.', 'io.netty.',
    'io.quarkus.', 'io.vertx.', 'io.smallrye.', 'io.micronaut.', 'io.helidon.', 'io.undertow.', 'reactor.', 'okhttp3.', 'okio.',
    'com.fasterxml.', 'tools.jackson.', 'com.google.common.'];

  var element = window.cxoneSchema.element;

  function isOwn(type) { return OTHERS.every(function (prefix) { return type.indexOf(prefix) !== 0; }); }

  function code(text) {
    var made = element('pre', {tabindex: '0'}, text);
    window.cxoneJson.colour(made);
    return made;
  }

  /* A button that copies. */
  function copy(label, text) {
    var button = element('button', {type: 'button'}, label);
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(typeof text === 'function' ? text() : text).then(function () {
        button.textContent = 'Copied';
        setTimeout(function () { button.textContent = label; }, 1500);
      }).catch(function () { button.textContent = 'Not allowed here'; });
    });
    return button;
  }

  /* A command, and a button that copies it. */
  function command(text) {
    return element('p', {class: 'command'}, element('code', {}, text), copy('Copy', text));
  }

  /* An instant as "29 Nov, 14:05:09", in the reader's time; the exact one in a tooltip. */
  function moment(timestamp) {
    var time = new Date(timestamp);
    var day = time.getDate() + ' ' + ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][time.getMonth()];
    var year = time.getFullYear() === new Date().getFullYear() ? '' : ' ' + time.getFullYear();
    return element('time', {datetime: timestamp, title: timestamp}, day + year + ', ' + time.toTimeString().slice(0, 8));
  }

  function kind(execution) {
    if (execution.status === 'success') { return 'success'; }
    if (execution.reached === false) { return 'not reachable'; }
    return execution.type === 'validation' ? 'validation error' : 'runtime error';
  }

  function badge(execution) {
    var good = execution.status === 'success';
    return element('span', {class: 'badge ' + (good ? 'good' : execution.reached === false ? 'warn' : 'bad')}, (good ? '✓ ' : '✗ ') + kind(execution));
  }

  function cold() {
    return element('span', {class: 'badge', title: 'The handler\'s first call loads classes and opens connections. It is neither counted against the timeout of handlers that this plugin serves, nor in the chart of latencies.'}, 'cold start');
  }

  function took(result) {
    if (result.latency_ms !== undefined) { return element('span', {class: 'took'}, window.cxoneNumbers.duration(result.latency_ms)); }
    var why = result.reached === false || result.type === 'validation' ? 'The handler was not called.' : 'The handler gave no answer.';
    return element('span', {class: 'muted'}, why);
  }

  function words(result) {
    return String(result.message || '').replace(/^HTTP \d+: (?=[\w.$]+(?:Exception|Error)\b)/, '');
  }

  function item(line) {
    var frame = FRAME.exec(line);
    if (!frame) { return element('li', {class: 'caused'}, line.trim()); }
    return isOwn(frame[1]) ? element('li', {class: 'own'}, line.trim()) : null;
  }

  /* The exception, the handler's own frames and what caused it; the whole stack on demand. */
  function thrown(result) {
    var box = element('div', {class: 'thrown'}, element('p', {class: 'exception'}, words(result)));
    if (result.stack) {
      var lines = result.stack.split('\n').filter(function (line) { return line.trim() && !/^\s+\.\.\. \d+ /.test(line); });
      var frames = lines.filter(function (line) { return FRAME.test(line); });
      box.append(element.apply(null, ['ol', {}].concat(lines.slice(1).map(item).filter(Boolean))),
        element('details', {}, element('summary', {}, 'Whole stack, ' + window.cxoneNumbers.counted(frames.length, 'frame')),
          element('pre', {tabindex: '0'}, result.stack)));
    }
    return box;
  }

  function nobody(result) {
    var parts = /^(.*?)(?:\. Start the handler.*)?$/.exec(words(result).replace(/^java\.net\.ConnectException: /, ''));
    var box = element('div', {class: 'note'}, element('p', {}, element('strong', {}, parts[1].charAt(0).toUpperCase() + parts[1].slice(1) + '.')));
    if (/cxone:tenant/.test(result.message)) {
      box.append(element('p', {}, 'Start the handler, or let the plugin serve the project\'s, in the project\'s folder:'), command('mvn compile cxone:tenant'));
    }
    return box;
  }

  function body(result) {
    if (result.status === 'success') { return code(JSON.stringify(result.output, null, 2)); }
    return result.reached === false ? nobody(result) : thrown(result);
  }

  /* The parts that show a result; the envelope as it came is folded. */
  function parts(result, timestamp) {
    var outcome = element('p', {class: 'outcome'}, badge(result), took(result), result.cold_start ? cold() : null, timestamp ? moment(timestamp) : null);
    return [outcome, body(result)];
  }

  function envelope(result) {
    var told = Object.assign({}, result);
    delete told.stack;
    return element('details', {}, element('summary', {}, 'As JSON'), code(JSON.stringify(told, null, 2)));
  }

  window.cxoneAnswer = {badge: badge, cold: cold, command: command, copy: copy, code: code, moment: moment, parts: parts, envelope: envelope, words: words};
})();
