import { json } from '@sveltejs/kit';
import { version } from '$app/environment';

export const GET = () => json({ status: 'ok', version }, { headers: { 'cache-control': 'no-store' } });
