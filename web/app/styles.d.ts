declare module '@fontsource/biz-udgothic/*.css';
