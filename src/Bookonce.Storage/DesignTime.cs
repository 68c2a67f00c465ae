using Microsoft.EntityFrameworkCore.Design;

namespace Bookonce.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a host.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<BookonceContext>
{
    public BookonceContext CreateDbContext(string[] args) => new(Sqlite.Options("design-time.db"));
}
