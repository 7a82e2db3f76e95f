import { synthesizeApp } from '@slipway/ecr-module';
import { manyRepositories } from '../scale/many-repositories.ts';

synthesizeApp(manyRepositories(100));
