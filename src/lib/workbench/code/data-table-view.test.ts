import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DataTableView from './DataTableView.svelte';

test('markup in a table’s headings, cells and file name is shown as text', () => {
	const markup = '<script>alert(1)</script>';
	const text = `${markup},b\n"<img src=x onerror=alert(1)>","${markup}"\n`;
	const { body } = render(DataTableView, { props: { name: `${markup}.csv`, text, isSketch: false } });
	expect(body).not.toMatch(/<script|<img/);
	expect(body.match(/&lt;script>/g)?.length).toBeGreaterThanOrEqual(3);
	expect(body).toContain('&lt;img src=x onerror=alert(1)>');
});

test('in a sketch, a table shows how code reads a cell, unless the table is empty', () => {
	const renderSketchTable = (text: string) =>
		render(DataTableView, { props: { name: 'menu.csv', text, isSketch: true } }).body;
	expect(renderSketchTable(' plat;prix\nsoupe;3\n')).toContain("menuTable.get(0, 'plat')");
	expect(renderSketchTable('')).not.toContain('menuTable');
});
