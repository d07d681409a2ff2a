/* glibc's hints to its allocator, which Swift's Glibc module leaves out. Declared rather than included: the module of a
   C header takes part of the C library's types along, under a second name. The numbers are those of glibc's <malloc.h>,
   part of its binary interface. */
#define CMALLOC_TRIM_THRESHOLD -1
#define CMALLOC_MMAP_THRESHOLD -3

int mallopt(int parameter, int value);
