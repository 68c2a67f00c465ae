using System.Net.Sockets;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class StartTests
{
    [Fact]
    public async Task A_busy_port_is_one_clear_exception()
    {
        await using var caller = await Caller.Start();
        var error = await Assert.ThrowsAsync<IOException>(() =>
            ExactOnlineSandbox.StartAsync(
                new SmallBooks().State,
                new() { Port = caller.Url.Port },
                caller.Books.Clock,
                TestContext.Current.CancellationToken
            )
        );
        var cause = Assert.IsAssignableFrom<SocketException>(error.GetBaseException());
        Assert.Equal(SocketError.AddressAlreadyInUse, cause.SocketErrorCode);
    }
}
