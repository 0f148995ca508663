import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import type { Exhibit } from '#lib/domain/wall.ts';
import { m } from '#lib/paraglide/messages.js';
import ExhibitLink from './ExhibitLink.svelte';
import ShownExhibitPage from './ShownExhibitPage.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('http://app.test/fr/wall/class/exhibit') } }));
vi.mock('$app/forms', () => ({ enhance: () => undefined }));

const EXHIBIT: Exhibit = {
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
	licence: null,
	files: { 'main.ts': '' },
	work: 'work',
	changedAt: new Date(0),
	mayBeReported: false,
	reportedBy: null,
	sentences: [],
	remixes: []
};
const renderExhibitLink = (changes: Partial<Exhibit>, isTeacher = false) =>
	render(ExhibitLink, {
		props: { exhibit: { ...EXHIBIT, ...changes }, classId: 'class', isTeacher, areLinksOpen: true }
	}).body;

test('an exhibit’s cover can be downloaded only if the exhibit has both a cover and a link', () => {
	const download = 'href="/api/walls/class/exhibits/exhibit/cover?copy=copy" download="mon-ete"';
	expect(renderExhibitLink({})).toContain(download);
	expect(renderExhibitLink({ cover: null })).not.toContain('download=');
	expect(renderExhibitLink({ link: null })).not.toContain('download=');
});

const renderShownExhibit = (licence: Exhibit['licence']) =>
	render(ShownExhibitPage, {
		props: { exhibit: { ...EXHIBIT, licence }, link: 'link', language: 'fr', shellAddresses: [] }
	}).body;

test('makers, teachers and visitors read that showing gives no right to copy, makers even without a link', () => {
	expect(renderExhibitLink({ link: null })).toContain(m.shown_rights());
	expect(renderExhibitLink({})).toContain(m.shown_rights());
	expect(renderExhibitLink({ isOwn: false }, true)).toContain(m.shown_rights_teacher());
	expect(renderShownExhibit(null)).toContain(m.shown_rights_visitor());
});

test('only the maker can choose a licence, and teachers and visitors see the chosen licence', () => {
	expect(renderExhibitLink({})).toContain(m.shown_licence_meaning());
	expect(renderExhibitLink({ licence: 'cc-by-sa-4.0' })).toMatch(/value="cc-by-sa-4.0"[^>]*checked/);
	expect(renderExhibitLink({ isOwn: false, licence: 'cc-by-4.0' }, true)).toContain('CC BY 4.0');
	expect(renderExhibitLink({ isOwn: false, licence: 'cc-by-4.0' }, true)).not.toContain(
		'<form method="POST" action="?/setLicence"'
	);
	expect(renderShownExhibit('cc-by-sa-4.0')).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
});
