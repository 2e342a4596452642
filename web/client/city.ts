import type { City } from '../../contract/city.ts';
import { get, put } from './request.ts';

export const readCity = () => get<City>('/api/city');
export const changeCity = (city: City) => put<City>('/api/city', city);
