// Does another engine open it, too? Debian's Firefox, or the one that is named, with an empty profile.

import puppeteer from 'puppeteer-core';

const FIREFOX = process.env.BANXIN_FIREFOX ?? '/usr/bin/firefox-esr';

export function launchFirefox() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    extraPrefsFirefox: {
      // Whatever asks for another host finds none.
      'network.dns.disabled': true,
      'intl.accept_languages': 'zh-CN',
    },
  });
}
