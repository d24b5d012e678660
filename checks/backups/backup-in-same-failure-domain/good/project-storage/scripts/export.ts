import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createClient } from '@supabase/supabase-js';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
const { data } = await admin.from('crossings').select('*');
await new S3Client({}).send(
  new PutObjectCommand({ Bucket: 'ferries-offsite', Key: 'crossings.json', Body: JSON.stringify(data) }),
);
