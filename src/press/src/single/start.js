// How does the reader come out of the page that it is packed in? As LZMA, a fifth smaller than what every browser can
// unpack by itself. Comments are taken out when the page is made.
//
// The text is digits of base 91, two of them for thirteen bits, the high one first: `#` to `~` without `<`, for which
// `~` stands. So it ends no element, is ASCII, and may be broken into lines. The bits are an LZMA stream without a
// header (lc 4, lp 0, pb 0, no end marker) of the reader's JavaScript and its wasm.

(() => {
  const element = document.getElementById('packed');
  // Bytes of the JavaScript, of both, and the check of both.
  const [script, size, check] = element.dataset.sizes.split(' ').map(Number);

  // A paint first: the text can be read meanwhile. What a browser saved stands behind this script, and is read before it
  // is taken away.
  const begin = () => requestAnimationFrame(() => setTimeout(start));
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();

  function start() {
    try {
      const bytes = unpacked(bits(element.textContent), size);
      if (fnv(bytes) !== check) throw new Error('文件在传送中损坏，请重新下载');
      // A file has no service worker, and one that lies on a host leaves that to the site.
      Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
      // A browser that saved this page saved what had been drawn.
      const drawn = [...document.body.children].filter((each) => !each.matches('script, noscript, #prerendered'));
      drawn.forEach((each) => each.remove());
      window.banxinFile = { wasm: bytes.subarray(script), failed };
      const module = document.createElement('script');
      module.type = 'module';
      const text = new TextDecoder().decode(bytes.subarray(0, script));
      // The policy of the page names its hash: no other text passes.
      const trusted = window.trustedTypes?.createPolicy('packed', { createScript: (text) => text });
      module.text = trusted ? trusted.createScript(text) : text;
      document.head.append(module);
      module.remove();
    } catch (error) {
      failed(error);
    }
  }

  function failed(error) {
    const words = document.createElement('p');
    words.className = 'noscript';
    words.setAttribute('role', 'alert');
    words.textContent = `全部文章都能读；搜索、筛选和设置没有启动：${error.message || error}`;
    document.body.append(words);
  }

  function bits(text) {
    const out = new Uint8Array((text.length * 13) >> 4);
    let held = 0;
    let count = 0;
    let high = -1;
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 35) continue;
      const digit = code === 126 ? 25 : code - 35;
      if (high < 0) {
        high = digit;
        continue;
      }
      held = ((held << 13) | (high * 91 + digit)) & 0xfffff;
      high = -1;
      for (count += 13; count >= 8; ) out[end++] = held >> (count -= 8);
    }
    return out;
  }

  function fnv(bytes) {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  }

  // As the LZMA specification has it, for one position state.
  function unpacked(bytes, size) {
    const out = new Uint8Array(size);
    const odds = (count) => new Uint16Array(count).fill(1024);
    const literals = odds(0x300 << 4);
    const isMatch = odds(12);
    const isAgain = odds(12);
    const isNotLast = odds(12);
    const isThirdOn = odds(12);
    const isFourth = odds(12);
    const isLonger = odds(12);
    const slots = odds(4 << 6);
    const near = odds(128);
    const low = odds(16);
    const lengths = odds(274);
    const lengthsAgain = odds(274);
    let range = 0xffffffff;
    let code = ((bytes[1] << 24) | (bytes[2] << 16) | (bytes[3] << 8) | bytes[4]) >>> 0;
    let next = 5;
    let end = 0;
    let state = 0;
    const away = [0, 0, 0, 0];

    function grow() {
      if (range < 0x1000000) {
        range = range * 256;
        code = code * 256 + (bytes[next++] | 0);
      }
    }

    function bit(table, at) {
      const bound = (range >>> 11) * table[at];
      const one = code >= bound;
      if (one) {
        range -= bound;
        code -= bound;
        table[at] -= table[at] >> 5;
      } else {
        range = bound;
        table[at] += (2048 - table[at]) >> 5;
      }
      grow();
      return one ? 1 : 0;
    }

    function tree(table, from, count) {
      let node = 1;
      for (let level = 0; level < count; level++) node = (node << 1) | bit(table, from + node);
      return node - (1 << count);
    }

    function reversed(table, from, count) {
      let node = 1;
      let value = 0;
      for (let level = 0; level < count; level++) {
        const one = bit(table, from + node);
        node = (node << 1) | one;
        value |= one << level;
      }
      return value;
    }

    function plain(count) {
      let value = 0;
      for (let level = 0; level < count; level++) {
        range >>>= 1;
        const one = code >= range;
        if (one) code -= range;
        grow();
        value = (value << 1) | (one ? 1 : 0);
      }
      return value;
    }

    function length(table) {
      if (!bit(table, 0)) return 2 + tree(table, 2, 3);
      if (!bit(table, 1)) return 10 + tree(table, 10, 3);
      return 18 + tree(table, 18, 8);
    }

    function distance(length) {
      const slot = tree(slots, Math.min(length - 2, 3) << 6, 6);
      if (slot < 4) return slot;
      const count = (slot >> 1) - 1;
      const base = (2 | (slot & 1)) << count;
      if (slot < 14) return base + reversed(near, base - slot, count);
      return base + (plain(count - 4) << 4) + reversed(low, 0, 4);
    }

    function literal() {
      const from = 0x300 * (end ? out[end - 1] >> 4 : 0);
      let node = 1;
      if (state > 6) {
        for (let like = out[end - away[0] - 1] | 0x100; node < 0x100; ) {
          like <<= 1;
          const same = (like >> 8) & 1;
          const one = bit(literals, from + ((1 + same) << 8) + node);
          node = (node << 1) | one;
          if (one !== same) break;
        }
      }
      while (node < 0x100) node = (node << 1) | bit(literals, from + node);
      out[end++] = node;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }

    while (end < size) {
      if (!bit(isMatch, state)) {
        literal();
        continue;
      }
      let count = 1;
      if (!bit(isAgain, state)) {
        count = length(lengths);
        away.unshift(distance(count));
        away.length = 4;
        state = state < 7 ? 7 : 10;
      } else if (bit(isNotLast, state)) {
        const which = !bit(isThirdOn, state) ? 1 : 2 + bit(isFourth, state);
        away.unshift(...away.splice(which, 1));
        count = length(lengthsAgain);
        state = state < 7 ? 8 : 11;
      } else if (bit(isLonger, state)) {
        count = length(lengthsAgain);
        state = state < 7 ? 8 : 11;
      } else {
        state = state < 7 ? 9 : 11;
      }
      for (; count && end < size; count--, end++) out[end] = out[end - away[0] - 1];
    }
    return out;
  }
})();
