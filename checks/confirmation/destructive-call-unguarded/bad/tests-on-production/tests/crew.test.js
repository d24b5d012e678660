import { beforeEach, test } from 'node:test';
import mongoose from 'mongoose';

beforeEach(async () => {
  await mongoose.connect(process.env.MONGODB_URI);
  await mongoose.connection.dropDatabase();
});
test('a crew sails', () => {});
