/** Tests that a privacy notice names the given contact, safely escaped, or else the school. */
import { expect, test } from 'vitest';
import { readPrivacyNotice } from './notices.ts';

const readPrivacyNoticeHtml = (...from: Parameters<typeof readPrivacyNotice>) =>
	readPrivacyNotice(...from)
		.parts.map(({ html }) => html)
		.join('\n');

test('the notice for tellers names the contact, with its markup escaped', () => {
	const html = readPrivacyNoticeHtml('notice-metiers', 'fr', 'M. Robert <b>*($&)*</b>, 02 51 00 00 00');
	expect(html).toContain('M. Robert &lt;b&gt;*($&amp;)*&lt;/b&gt;, 02 51 00 00 00');
	expect(html).not.toContain('[contact');
});

test('without a contact, the notice for tellers names the school, in both languages', () => {
	expect(readPrivacyNoticeHtml('notice-metiers', 'fr')).toContain('l’établissement qui tient ce site');
	expect(readPrivacyNoticeHtml('notice-tellers.en', 'en')).toContain('the school that runs this site');
});
