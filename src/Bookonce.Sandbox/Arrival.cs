using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox;

/// <summary>When a call came in, where that is not when it is carried out: its token was good, or not, at that moment.</summary>
internal static class Arrival
{
    public static DateTimeOffset? Of(HttpContext http) => http.Items[typeof(Arrival)] as DateTimeOffset?;

    public static void Set(HttpContext http, DateTimeOffset moment) => http.Items[typeof(Arrival)] = moment;
}
