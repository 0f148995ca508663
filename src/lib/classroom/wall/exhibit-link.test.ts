import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import type { Exhibit } from '#lib/domain/wall.ts';
import { m } from '#lib/paraglide/messages.js';
import ExhibitLink from './ExhibitLink.svelte';
import ShownExhibitPage from './ShownExhibitPage.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('http://app.test/fr/wall/class/exhibit') } }));
vi.mock('$app/forms', () => ({ enhance: () => undefined }));

const exhibit: Exhibit = {
	id: 'exhibit',
	title: 'Mon été',
	makers: ['Loutre'],
	question: '',
	original: null,
	kind: 'sketch',
	visibility: 'shown',
	isOwn: true,
	cover: 'Un rond.',
	firstLines: '',
	copy: 'copy',
	link: 'a'.repeat(48),
	files: { 'main.ts': '' },
	work: 'work',
	changedAt: new Date(0),
	mayBeReported: false,
	reportedBy: null,
	sentences: [],
	remixes: []
};
const renderLink = (changes: Partial<Exhibit>, isTeacher = false) =>
	render(ExhibitLink, {
		props: { exhibit: { ...exhibit, ...changes }, classId: 'class', isTeacher, areLinksOpen: true }
	}).body;

test('beside a link stands the picture to download, where there is one', () => {
	const download = 'href="/api/walls/class/exhibits/exhibit/cover?copy=copy" download="mon-ete"';
	expect(renderLink({})).toContain(download);
	expect(renderLink({ cover: null })).not.toContain('download=');
	expect(renderLink({ link: null })).not.toContain('download=');
});

test('maker, teacher and visitor read that showing gives no right to copy, the maker before there is a link', () => {
	expect(renderLink({ link: null })).toContain(m.shown_rights());
	expect(renderLink({})).toContain(m.shown_rights());
	expect(renderLink({ isOwn: false }, true)).toContain(m.shown_rights_teacher());
	const { body } = render(ShownExhibitPage, { props: { exhibit, link: 'link', language: 'fr', shellAddresses: [] } });
	expect(body).toContain(m.shown_rights_visitor());
});
