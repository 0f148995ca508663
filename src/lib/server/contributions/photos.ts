import { and, eq, ne } from 'drizzle-orm';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import type { PhotoSize, ProblemPhoto } from '#lib/domain/problem-photo.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemPhoto } from '#lib/server/db/schema/index.ts';

/** Returns false for a declined problem, and for a student's problem, which may have no photo. */
export async function storePhoto(database: Database, problemId: string, photo: ProblemPhoto): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [open] = await transaction
			.select({ id: problem.id })
			.from(problem)
			.where(and(eq(problem.id, problemId), ne(problem.state, 'declined'), ne(problem.source, 'student')))
			.for('update');
		if (open === undefined) return false;
		await transaction
			.insert(problemPhoto)
			.values({ problemId, ...photo })
			.onConflictDoUpdate({ target: problemPhoto.problemId, set: photo });
		return true;
	});
}

export async function removePhoto(database: Database, problemId: string): Promise<void> {
	await database.delete(problemPhoto).where(eq(problemPhoto.problemId, problemId));
}

export async function photoSizeOf(database: Database, problemId: string): Promise<PhotoSize | null> {
	const [found] = await database
		.select({ width: problemPhoto.width, height: problemPhoto.height })
		.from(problemPhoto)
		.where(eq(problemPhoto.problemId, problemId));
	return found ?? null;
}

/** Answers with the photo, which a browser treats as nothing but a picture; 404 when the problem has none. */
export async function createPhotoResponse(database: Database, problemId: string | undefined): Promise<Response> {
	const [found] =
		problemId === undefined
			? []
			: await database
					.select({ content: problemPhoto.content })
					.from(problemPhoto)
					.where(eq(problemPhoto.problemId, problemId));
	const bytes = found && fromBase64(found.content);
	if (bytes === undefined) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
	return new Response(bytes, {
		headers: {
			'content-type': 'image/jpeg',
			'content-disposition': 'inline; filename="photo.jpg"',
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}
