import { storeContract } from '../contract.ts'
import { sqliteTestStores } from './test-folder.ts'

storeContract('the SQLite store', sqliteTestStores())
