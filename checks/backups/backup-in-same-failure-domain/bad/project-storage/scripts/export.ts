import { createClient } from '@supabase/supabase-js';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
const { data } = await admin.from('crossings').select('*');
await admin.storage.from('backups').upload('crossings.json', JSON.stringify(data));
