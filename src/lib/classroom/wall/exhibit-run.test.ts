import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import ExhibitRun from './ExhibitRun.svelte';

test('a sentence above an exhibit’s frame says that a student made the program', () => {
	const exhibit = {
		title: '',
		kind: 'page',
		cover: null,
		firstLines: '',
		copy: 'copy',
		licence: null,
		files: { 'main.ts': '' }
	} as const;
	const { body } = render(ExhibitRun, { props: { exhibit, address: '/', language: 'fr', shellAddresses: [] } });
	const sentenceAt = body.indexOf(m.wall_foreign());
	expect(sentenceAt).toBeGreaterThan(-1);
	expect(sentenceAt).toBeLessThan(body.indexOf('class="frame'));
});
