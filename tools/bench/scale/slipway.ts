import { synthesizeApp } from '@slipway/ecr-module';
import { manyRepositories } from './many-repositories.ts';

synthesizeApp(manyRepositories(Number(process.env['REPOSITORIES'])));
