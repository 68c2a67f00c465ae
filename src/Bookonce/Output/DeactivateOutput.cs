using Bookonce.Engine.Deactivate;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>What deactivating ends, on the screen and as JSON.</summary>
static class DeactivateOutput
{
    public static void Json(string connection, DeactivationList list, bool withCustomers, bool isDone) =>
        Screen.Json(
            new
            {
                Connection = connection,
                list.Release.From,
                Deactivated = isDone,
                DisconnectCustomers = withCustomers,
                Documents = list.Release.Released.Select(ReleaseJson.Row),
                list.Refusal,
                EnteredBefore = list.Release.EnteredBefore.Select(ReleaseJson.Row),
                EnteredAfter = list.Release.EnteredAfter.Select(ReleaseJson.Row),
                Customers = list.Customers.Select(customer => new
                {
                    customer.Key.Id,
                    customer.Key.Kind,
                    customer.Name,
                }),
            }
        );

    public static void Text(string connection, DeactivationList list, bool withCustomers, bool isDone)
    {
        if (list.Release.From is null)
            Screen.Line($"{connection}: every document keeps its link");
        else
            ReleaseOutput.List(connection, list.Release);
        Screen.Line(
            withCustomers
                ? $"Customers who lose their relation: {list.Customers.Count}"
                : "Customers keep their relations."
        );
        if (withCustomers)
            foreach (var customer in list.Customers)
                Screen.Line($"  {customer.Name}");
        Screen.Line(
            isDone ? "Deactivated. Nothing is booked until 'bookonce reconnect'."
            : list.Refusal is { } refusal ? $"It cannot be deactivated. {refusal}"
            : "Nothing is deactivated yet: add --yes."
        );
    }
}
