//! What becomes of a function that is a component? A function of one struct, whose fields have the arguments' names.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, FnArg, ItemFn, Pat, Result};

pub fn expand(function: TokenStream) -> Result<TokenStream> {
    let ItemFn { attrs, vis, sig, block, .. } = syn::parse2(function)?;
    let (name, output) = (&sig.ident, &sig.output);
    let mut names = Vec::new();
    let mut types = Vec::new();
    for argument in &sig.inputs {
        match argument {
            FnArg::Typed(typed) if matches!(*typed.pat, Pat::Ident(_)) => {
                names.push(&typed.pat);
                types.push(&typed.ty);
            }
            other => return Err(Error::new_spanned(other, "a component's argument is a name")),
        }
    }
    let body = quote!(crate::node::Child::node(::leptos::prelude::untrack(move || #block)));
    if names.is_empty() {
        return Ok(quote! {
            #(#attrs)*
            #[allow(non_snake_case)]
            #vis fn #name() #output { #body }
        });
    }
    // Types and functions are named apart, so that one import brings both.
    Ok(quote! {
        #[doc = "What the component of this name is given."]
        #vis struct #name { #(pub #names: #types),* }

        #(#attrs)*
        #[allow(non_snake_case)]
        #vis fn #name(given: #name) #output {
            let #name { #(#names),* } = given;
            #body
        }
    })
}
