import assert from 'node:assert';
import { beforeEach, test } from 'node:test';
import mongoose from 'mongoose';

beforeEach(async () => {
  assert.match(new URL(process.env.MONGODB_URI).hostname, /^localhost$/);
  await mongoose.connect(process.env.MONGODB_URI);
  await mongoose.connection.dropDatabase();
});
test('a crew sails', () => {});
