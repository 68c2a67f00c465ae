namespace Bookonce.Engine.Store;

/// <summary>
/// A unique index refused the write and nothing was written: the document, the number, the entry or the customer is
/// taken already. The index arbitrates, so that two writers cannot both find the place free.
/// </summary>
/// <param name="what">What is there already, as the database names it.</param>
/// <param name="inner">The database's own complaint.</param>
public sealed class DuplicateException(string what, Exception inner) : Exception($"It is there already: {what}", inner);
