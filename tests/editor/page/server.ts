import { render } from 'svelte/server';
import Page from './Page.svelte';
import { readEditorProps } from './start.ts';

export function renderEditorPage(search: string): { head: string; body: string } {
	return render(Page, { props: readEditorProps(new URLSearchParams(search)) });
}
