/* For Wine alone, which has no icuuc.dll (packaging/wine.sh): every converter is refused, and Qt takes its own. Windows brings the real one. */
#define SAID(type, name, args, what) __declspec(dllexport) type name args { what; }
typedef int Error;
static void unsupported(Error *e) { if (e) *e = 16; } /* U_UNSUPPORTED_ERROR */
SAID(void *, ucnv_open, (const char *n, Error *e), unsupported(e); return 0)
SAID(void, ucnv_close, (void *c), )
SAID(void, ucnv_reset, (void *c), )
SAID(signed char, ucnv_getMaxCharSize, (void *c), return 1)
SAID(const char *, ucnv_getName, (void *c, Error *e), unsupported(e); return 0)
SAID(const char *, ucnv_getStandardName, (const char *n, const char *s, Error *e), unsupported(e); return 0)
SAID(const char *, ucnv_getAvailableName, (int n), return 0)
SAID(int, ucnv_countAvailable, (void), return 0)
SAID(int, ucnv_fromUCountPending, (void *c, Error *e), return 0)
SAID(int, ucnv_toUCountPending, (void *c, Error *e), return 0)
SAID(void, ucnv_getToUCallBack, (void *c, void **a, const void **x), )
SAID(void, ucnv_getFromUCallBack, (void *c, void **a, const void **x), )
SAID(void, ucnv_setToUCallBack, (void *c, void *a, const void *x, void **o, const void **p, Error *e), unsupported(e))
SAID(void, ucnv_setFromUCallBack, (void *c, void *a, const void *x, void **o, const void **p, Error *e), unsupported(e))
SAID(void, ucnv_cbToUWriteUChars, (void *a, const void *s, int l, int o, Error *e), unsupported(e))
SAID(void, ucnv_cbFromUWriteUChars, (void *a, const void **s, const void *l, int o, Error *e), unsupported(e))
SAID(void, ucnv_toUnicode, (void *c, void **t, const void *m, const char **s, const char *l, int *o, signed char f, Error *e), unsupported(e))
SAID(void, ucnv_fromUnicode, (void *c, char **t, const char *m, const void **s, const void *l, int *o, signed char f, Error *e), unsupported(e))
SAID(void, UCNV_FROM_U_CALLBACK_SUBSTITUTE, (void), )
SAID(void, UCNV_TO_U_CALLBACK_SUBSTITUTE, (void), )
