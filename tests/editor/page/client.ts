import { hydrate } from 'svelte';
import Page from './Page.svelte';
import { readEditorProps } from './start.ts';

function hydratePage(): void {
	const target = document.getElementById('app');
	if (target) hydrate(Page, { target, props: readEditorProps(new URLSearchParams(location.search)) });
}

// With `?hydrate=wait`, a test can type before the page is hydrated.
if (new URLSearchParams(location.search).get('hydrate') === 'wait')
	addEventListener('hydrate', hydratePage, { once: true });
else hydratePage();
