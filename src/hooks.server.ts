import { sequence } from '@sveltejs/kit/hooks';
import { errors } from '#lib/server/http/errors.ts';
import { language } from '#lib/server/http/language.ts';
import { policies } from '#lib/server/http/policies.ts';
import { shell } from '#lib/server/shell/serve.ts';

export const handle = sequence(shell, policies, language);
export const handleError = errors;
