import type { Attack } from './attack.ts';
import { runnerBypassAttacks } from './runner-bypass-attacks.ts';

const WORKER_AND_DOCUMENT_ORIGINS = ['worker', 'document'] as const;
const DOCUMENT_ONLY_ORIGINS = ['document'] as const;
const WORKER_ONLY_ORIGINS = ['worker'] as const;

type AttackSignAndOrigins = Pick<Attack, 'sign' | 'origins'>;
const requestSignFromDocument: AttackSignAndOrigins = { sign: 'request', origins: DOCUMENT_ONLY_ORIGINS };
const requestSignFromAnywhere: AttackSignAndOrigins = { sign: 'request', origins: WORKER_AND_DOCUMENT_ORIGINS };
const entrySignFromDocument: AttackSignAndOrigins = { sign: 'entry', origins: DOCUMENT_ONLY_ORIGINS };
const entrySignFromAnywhere: AttackSignAndOrigins = { sign: 'entry', origins: WORKER_AND_DOCUMENT_ORIGINS };

export const networkAttacks: readonly Attack[] = [
	...runnerBypassAttacks,
	{ id: 'fetch', ...requestSignFromAnywhere, run: (t) => fetch(t.url, { mode: 'no-cors' }) },
	{
		id: 'fetch-keepalive',
		...requestSignFromAnywhere,
		run: (t) => fetch(t.url, { mode: 'no-cors', keepalive: true, method: 'POST' })
	},
	{
		id: 'xhr',
		...requestSignFromAnywhere,
		run: (t) => {
			const request = new XMLHttpRequest();
			request.open('GET', t.url);
			request.send();
		}
	},
	{ id: 'websocket', ...requestSignFromAnywhere, run: (t) => void new WebSocket(t.socketUrl) },
	{ id: 'eventsource', ...requestSignFromAnywhere, run: (t) => void new EventSource(t.url) },
	{ id: 'beacon', ...requestSignFromDocument, run: (t) => navigator.sendBeacon(t.url, 'x') },
	{ id: 'import', ...requestSignFromAnywhere, run: (t) => new Function('url', 'return import(url)')(t.url) as unknown },
	{
		id: 'import-scripts',
		sign: 'request',
		origins: WORKER_ONLY_ORIGINS,
		run: (t) => new Function('url', 'importScripts(url)')(t.url) as unknown
	},
	{
		id: 'worker',
		...requestSignFromAnywhere,
		run: (t) => void new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(t.url)})`])))
	},
	{
		id: 'worker-fetch',
		...requestSignFromAnywhere,
		run: (t) => void new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(t.url)}, { mode: 'no-cors' })`])))
	},
	{ id: 'font-face', ...requestSignFromAnywhere, run: (t) => new FontFace('x', `url(${t.url})`).load() },
	{
		id: 'ping',
		...requestSignFromDocument,
		// This attack needs a document of its own: in a document without an address, a link to a fragment leads to another page.
		leavesDocument: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = '#here';
			link.setAttribute('ping', t.url);
			document.body.append(link);
			link.click();
		}
	},
	{ id: 'image', ...requestSignFromDocument, run: (t) => void (new Image().src = t.url) },
	{
		id: 'image-srcset',
		...requestSignFromDocument,
		run: (t) => {
			const image = new Image();
			image.srcset = `${t.url} 1x`;
			document.body.append(image);
		}
	},
	{
		id: 'svg-image',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<svg><image href="${t.url}"/></svg>`)
	},
	{
		id: 'svg-use',
		...requestSignFromDocument,
		run: (t) =>
			document.body.insertAdjacentHTML(
				'beforeend',
				`<svg><filter id="f"><feImage href="${t.url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`
			)
	},
	{
		id: 'css-background',
		...requestSignFromDocument,
		run: (t) =>
			document.body.insertAdjacentHTML(
				'beforeend',
				`<div style="width:9px;height:9px;background:url(${t.url})">x</div>`
			)
	},
	{
		id: 'css-import',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<style>@import url(${t.url});</style>`)
	},
	{
		id: 'css-font',
		...requestSignFromDocument,
		run: (t) =>
			document.body.insertAdjacentHTML(
				'beforeend',
				`<style>@font-face{font-family:leak;src:url(${t.url})}</style><p style="font-family:leak">x</p>`
			)
	},
	{
		id: 'css-content',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<style>p::before{content:url(${t.url})}</style><p>x</p>`)
	},
	{
		id: 'stylesheet',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<link rel="stylesheet" href="${t.url}">`)
	},
	{
		id: 'preload',
		...requestSignFromDocument,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<link rel="preload" as="image" href="${t.url}">`)
	},
	{
		id: 'prefetch',
		...requestSignFromDocument,
		// This attack needs a document of its own, because Firefox prefetches only when the page is idle.
		leavesDocument: true,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<link rel="prefetch" href="${t.url}">`)
	},
	{
		id: 'modulepreload',
		...requestSignFromDocument,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<link rel="modulepreload" href="${t.url}">`)
	},
	{
		id: 'video',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<video preload="auto" src="${t.url}"></video>`)
	},
	{
		id: 'video-poster',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<video poster="${t.url}"></video>`)
	},
	{ id: 'audio', ...requestSignFromDocument, run: (t) => void new Audio(t.url).load() },
	{
		id: 'object',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<object data="${t.url}"></object>`)
	},
	{
		id: 'embed',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<embed src="${t.url}">`)
	},
	{
		id: 'iframe',
		...requestSignFromDocument,
		run: (t) => document.body.insertAdjacentHTML('beforeend', `<iframe src="${t.url}"></iframe>`)
	},
	{
		id: 'script',
		...requestSignFromDocument,
		run: (t) => {
			const script = document.createElement('script');
			script.src = t.url;
			document.body.append(script);
		}
	},
	{
		id: 'download',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.download = 'x';
			document.body.append(link);
			link.click();
		}
	},
	{ id: 'popup', ...requestSignFromDocument, run: (t) => void open(t.url) },
	{
		id: 'popup-link',
		...requestSignFromDocument,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.target = '_blank';
			document.body.append(link);
			link.click();
		}
	},
	{
		id: 'form',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => {
			document.body.insertAdjacentHTML('beforeend', `<form id="leak" action="${t.url}"></form>`);
			(document.getElementById('leak') as HTMLFormElement).submit();
		}
	},
	{
		id: 'form-request',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => {
			document.body.insertAdjacentHTML('beforeend', `<form id="leak" action="${t.url}"></form>`);
			(document.getElementById('leak') as HTMLFormElement).requestSubmit();
		}
	},
	{ id: 'navigate-self', ...requestSignFromDocument, leavesDocument: true, run: (t) => void (location.href = t.url) },
	{ id: 'navigate-replace', ...requestSignFromDocument, leavesDocument: true, run: (t) => location.replace(t.url) },
	{
		id: 'navigate-link',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			document.body.append(link);
			link.click();
		}
	},
	{
		id: 'meta-refresh',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="refresh" content="0;url=${t.url}">`)
	},
	{
		id: 'navigate-parent',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => void (parent.location.href = t.url)
	},
	{
		id: 'navigate-top',
		...requestSignFromDocument,
		leavesDocument: true,
		run: (t) => void ((top ?? window).location.href = t.url)
	},
	{
		id: 'nested-srcdoc-fetch',
		...requestSignFromDocument,
		run: (t) => {
			const frame = document.createElement('iframe');
			frame.srcdoc = `<img src="${t.url}">`;
			document.body.append(frame);
		}
	},
	{
		id: 'nested-srcdoc-refresh',
		...requestSignFromDocument,
		run: (t) => {
			const frame = document.createElement('iframe');
			frame.srcdoc = `<meta http-equiv="refresh" content="0;url=${t.url}">`;
			document.body.append(frame);
		}
	},
	{
		id: 'dns-prefetch',
		sign: 'name',
		origins: DOCUMENT_ONLY_ORIGINS,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<link rel="dns-prefetch" href="http://${t.hostName}/">`)
	},
	{
		id: 'preconnect',
		sign: 'name',
		origins: DOCUMENT_ONLY_ORIGINS,
		run: (t) => document.head.insertAdjacentHTML('beforeend', `<link rel="preconnect" href="http://${t.hostName}/">`)
	},
	{
		id: 'nested-dns-prefetch',
		sign: 'name',
		origins: DOCUMENT_ONLY_ORIGINS,
		run: (t) => {
			const frame = document.createElement('iframe');
			frame.srcdoc = `<meta http-equiv="x-dns-prefetch-control" content="on"><link rel="dns-prefetch" href="http://${t.hostName}/">`;
			document.body.append(frame);
		}
	},
	{
		id: 'fetch-name',
		sign: 'name',
		origins: WORKER_AND_DOCUMENT_ORIGINS,
		run: (t) => fetch(`http://${t.hostName}/`, { mode: 'no-cors' })
	},
	{
		id: 'download-name',
		sign: 'name',
		origins: DOCUMENT_ONLY_ORIGINS,
		leavesDocument: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = `http://${t.hostName}/`;
			link.download = 'x';
			document.body.append(link);
			link.click();
		}
	},
	{
		id: 'rtc-stun',
		sign: 'datagram',
		origins: DOCUMENT_ONLY_ORIGINS,
		run: async (t) => {
			const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${t.stunAddress}` }] });
			peer.createDataChannel('x');
			await peer.setLocalDescription(await peer.createOffer());
		}
	},
	{
		id: 'nested-rtc-stun',
		sign: 'datagram',
		origins: DOCUMENT_ONLY_ORIGINS,
		run: async (t) => {
			const frame = document.createElement('iframe');
			frame.srcdoc = '<p>x</p>';
			document.body.append(frame);
			await new Promise((resolve) => (frame.onload = resolve));
			const { RTCPeerConnection: Peer } = frame.contentWindow as unknown as typeof globalThis;
			const peer = new Peer({ iceServers: [{ urls: `stun:${t.stunAddress}` }] });
			peer.createDataChannel('x');
			await peer.setLocalDescription(await peer.createOffer());
		}
	},
	{
		id: 'nested-script',
		...entrySignFromDocument,
		run: async () => {
			const frame = document.createElement('iframe');
			frame.srcdoc = '<script>parent.entered = true</' + 'script>';
			document.body.append(frame);
			await new Promise((resolve) => (frame.onload = resolve));
			return Reflect.get(window, 'entered') === true;
		}
	},
	{
		id: 'cookie',
		...entrySignFromDocument,
		run: () => {
			document.cookie = 'x=1';
			return document.cookie.includes('x=1');
		}
	},
	{
		id: 'local-storage',
		...entrySignFromDocument,
		run: () => {
			localStorage.setItem('x', '1');
			// In a page program, this name stands for the store of its project, which is no `Storage` of the browser.
			return localStorage instanceof Storage && localStorage.getItem('x') === '1';
		}
	},
	{
		id: 'indexed-db',
		...entrySignFromAnywhere,
		run: () =>
			new Promise((resolve) => {
				const opening = indexedDB.open('x');
				opening.onsuccess = () => resolve(true);
				opening.onerror = () => resolve(false);
			})
	},
	{
		id: 'parent-document',
		...entrySignFromDocument,
		run: () => typeof parent.document.title === 'string'
	},
	{ id: 'top-document', ...entrySignFromDocument, run: () => typeof (top ?? window).document.title === 'string' },
	{ id: 'own-origin', ...entrySignFromAnywhere, run: () => origin !== 'null' },
	{
		id: 'shared-worker',
		...entrySignFromDocument,
		run: () => new SharedWorker(URL.createObjectURL(new Blob(['']))) instanceof SharedWorker && origin !== 'null'
	},
	{
		id: 'service-worker',
		...entrySignFromDocument,
		run: async () => Array.isArray(await navigator.serviceWorker.getRegistrations())
	}
];
