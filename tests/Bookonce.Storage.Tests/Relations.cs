using Bookonce.Domain.Relations;

namespace Bookonce.Storage.Tests;

static class Relations
{
    public static Relation Account(int id) =>
        new()
        {
            Id = Memory.Id(id),
            Code = "1001",
            Name = "Élan nv",
            VatNumber = "BE0123456749",
            IsCustomer = true,
            IsBlocked = false,
        };
}
