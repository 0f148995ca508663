import { render } from 'svelte/server';
import Page from './Page.svelte';
import { propsFrom } from './start.ts';

export function page(search: string): { head: string; body: string } {
	return render(Page, { props: propsFrom(new URLSearchParams(search)) });
}
