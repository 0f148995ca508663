/** Lists attacks that go around the page runner's replacements, to test policy and sandbox alone. */
import type { Attack } from './attack.ts';

const leaving = { sign: 'request', from: ['document'], leaves: true } as const;
const staying = { sign: 'request', from: ['document'] } as const;

export const runnerBypassAttacks: readonly Attack[] = [
	{
		id: 'form-in-shadow',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form action="${t.url}"><button></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-action-in-shadow',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form><input name="x"><button formaction="${t.url}" formmethod="post"></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-window-in-shadow',
		...staying,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form action="${t.url}" target="_blank"><button></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-of-another-realm',
		...leaving,
		run: (t) => {
			const frame = document.body.appendChild(document.createElement('iframe'));
			const realm = frame.contentWindow as unknown as typeof globalThis;
			const form = document.body.appendChild(document.createElement('form'));
			form.action = t.url;
			const submit = Object.getOwnPropertyDescriptor(realm.HTMLFormElement.prototype, 'submit')?.value as () => void;
			submit.call(form);
		}
	},
	{
		id: 'form-request-of-another-realm',
		...leaving,
		run: (t) => {
			const frame = document.body.appendChild(document.createElement('iframe'));
			const realm = frame.contentWindow as unknown as typeof globalThis;
			const form = document.body.appendChild(document.createElement('form'));
			form.action = t.url;
			Reflect.apply(realm.HTMLFormElement.prototype.requestSubmit, form, []);
		}
	},
	{
		id: 'link-in-shadow',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<a href="${t.url}">x</a>`;
			shadow.querySelector('a')?.click();
		}
	},
	{
		id: 'link-nowhere',
		...leaving,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.click();
		}
	},
	{
		id: 'link-in-svg',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<svg><a href="${t.url}"><text y="9">x</text></a></svg>`;
			const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
			shadow.querySelector('text')?.dispatchEvent(click);
		}
	},
	{
		id: 'link-area',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<map name="m"><area shape="default" href="${t.url}"></map>`;
			shadow.querySelector('area')?.click();
		}
	},
	{
		id: 'link-top',
		...leaving,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.target = '_top';
			link.click();
		}
	},
	{
		id: 'link-of-base',
		...leaving,
		run: (t) => {
			document.head.insertAdjacentHTML('beforeend', `<base href="${t.url}/">`);
			const link = document.createElement('a');
			link.setAttribute('href', 'x');
			link.click();
		}
	},
	{
		id: 'link-download',
		...leaving,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.download = 'x';
			link.click();
		}
	},
	{
		id: 'link-ping',
		...leaving,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<a href="#here" ping="${t.url}">x</a>`;
			shadow.querySelector('a')?.click();
		}
	},
	{
		id: 'window-link',
		...staying,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.target = '_blank';
			link.click();
		}
	},
	{ id: 'window-of-document', ...staying, run: (t) => document.open(t.url, '_blank', '') },
	{
		id: 'window-of-another-realm',
		...staying,
		run: (t) => document.body.appendChild(document.createElement('iframe')).contentWindow?.open(t.url)
	},
	{
		id: 'navigation',
		...leaving,
		run: (t) => {
			const { navigation } = window as unknown as { navigation: { navigate(url: string): unknown } };
			navigation.navigate(t.url);
		}
	},
	{
		id: 'refresh-written',
		...leaving,
		run: (t) => {
			document.write(`<meta http-equiv="refresh" content="0;url=${t.url}">`);
			document.close();
		}
	},
	{
		id: 'name-of-link',
		sign: 'name',
		from: ['document'],
		leaves: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = `http://${t.name}/`;
			link.click();
		}
	}
];
